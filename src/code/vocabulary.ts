/**
 * The words of `words.ts` by kind. A space also stands for a hyphen, an underscore or nothing, a `*` at the end for any
 * ending. The longest word that fits counts.
 */

// English and Chinese first, then the languages in which Windows' own output is often pasted.

const STOP = `
  stop code*, stopcode*, stopfehler*, stop:, stop, bug check*, bsod*, blue screen*, bluescreen*, 蓝屏, 藍屏, 停止代码,
  停止代碼, 终止代码, 停止コード, 停止エラー, ブルースクリーン, ブルー スクリーン, 블루 스크린, 중지 코드, синий экран, синего экрана, écran bleu,
  pantalla azul, tela azul`;

const ERROR = `
  error id, error*, err code, errcode, err msg, errmsg, errno, err, last error*, win32 error*, fail*, exception*,
  crash*, hresult*, ntstatus, could not, couldn't, cannot, can't, unable, denied, problem*, 0x2a, 错误, 錯誤, 报错, 報錯, 失败,
  失敗, 异常, 異常, 故障, 出错, 出錯, 错码, 无法, 無法, 未能, 拒绝访问, 拒絕存取, 不能, 崩溃, 闪退, 报了, 报个, 提示, 弹出, 问题, エラー, ｴﾗｰ, 例外, できません, できない, 오류, 에러, 실패,
  예외, fehler*, fehlgeschlagen*, schlägt fehl, schlug fehl, gescheitert, ausnahme*, erreur*, échec*, échoué*, errore*, errori*, fallito, fallo, falló,
  erro, erros, falha*, falhou, ошибк*, ошибок, сбой, сбоя, исключени*, помилк*, błęd*, błąd*, niepowodz*, chyb*,
  fout*, mislukt*, felkod*, fel, fejl*, feil*, virhe*, hiba*, hata*, eroare*, kesalahan, ralat, lỗi, σφάλμα,
  خطأ, שגיאה, ข้อผิดพลาด, त्रुटि, greška*, klaida, napak*`;

const PLACE = `
  time stamp, zeitstempel, horodatage, marca de tiempo, отметка времени, 时间戳, 時間戳, タイム スタンプ, タイムスタンプ, offset*,
  偏移量, 偏移, オフセット, address*, addr, adresse, dirección, endereço, адрес*, 地址, アドレス, 주소, location, 位置, base,
  pointer*, ptr, flags, flag, access mask, mask, bitmask, 掩码, 标志位, 标志, colour*, color*, argb, rgba, rgb, farbe,
  couleur, 颜色值, 颜色, 顏色, 色值, crc32, crc, checksum*, 校验和, polynomial, magic, seed, calldata, return data, firmware, dhcsr, handle id,
  handle*, color code, colour code, 句柄, logon id, 登录 id, process id, thread id, 进程 id, 线程 id, key id, gpg, pgp,
  recv keys, keyserver, fingerprint, reg_dword, reg_qword, reg_binary, options, capabilities, size, length,
  id du processus défaillant, processus défaillant, fehlerhaften prozesses, id do processo, id del proceso,
  an der stelle, image base, sector*, lba, offset basis, entry point, luid, hwnd, style, jmp, jal, mov, lea, push, usb id`;

const NAME = `
  commit*, hash*, sha1, sha256, sha512, sha, md5, revision, rev, merge*, branch, main, master, head, cherry pick,
  revert*, fixed in, landed in, introduced in, bisect, git, checkout, build, version*, 版本, 提交, 哈希, serial number, serial no, serial, s/n, sn, 序列号,
  序號, order number, order no, order id, order*, 订单号, 订单, 訂單, 单号, 單號, 运单号, 运单, 快递, 物流, ticket*, 工单号, 工单, case id,
  case number, tracking*, invoice*, 发票号, 发票, rechnung*, bestell*, phone*, telephone*, telefon*, tel, call me,
  call us, call, fax, mobile, 电话号码, 电话, 電話番号, 電話, 手机号码, 手机号, 手机, 手機, 致电, 拨打, 热线, qq群, qq, 群号, 微信号, 微信, wechat,
  whatsapp, uuid, guid, id, ids, 编号, 編號, 账号, 帳號, 卡号, customer*, contract*, account*, iban, asset tag, asset, tag,
  device id, 设备 id, subsys, ven, dev, vid, pid, mac, uid, openid, channel id, seq, ack, dispid, zip code, postal code, post code,
  area code, country code, verification code, promo code, qr code, bar code, access code, pass code,
  security code, source code, invite code, discount code, gift code, coupon code, coupon, sort code, swift code,
  dial code, booking code, color code, voucher code, tan code, 验证码, 驗證碼, 邮政编码, 邮编, 邀请码, 优惠码, 二维码, 取件码, 提取码, 口令,
  密码, 识别码, 会议号, 会议 id, 股票代码, 源代码, meeting id, token*, digest, etag, trace id, span id, request id,
  correlation id, session id, image, pod, container*, 客户, 客戶, телефон*, заказ*, 注文番号, part number, part no,
  model, 型号, barcode, lot, batch, line, zeile, row, booking*, reservation*, kundennummer, auftragsnummer,
  artikelnummer, vorgangsnummer, personalnummer, 工号, 学号, 考号, 证件号, 证号, 房号, 车牌, 预订`;

const LABEL = `
  codes, code, status code, substatus, sub status, status, result code, results, result, return code,
  return value, returned, returns, return, retval, ret, rc, hr, exited, exit code, exit, reason,
  license status reason, notification reason, notification message, ddescr, scode, last exit code, arg1,
  parameter 1, 代码, 代碼, 错误号, 码, 碼, 返回值, 返回码, 返回碼, 返回, 傳回, 退出码, 退出碼, 退出代码, 退出, 结束代码, 原因, 结果, 結果, 状态, 狀態, コード, 戻り値,
  코드, код*, kod, kodu, kodem, kód*, código*, codice*, rückgabe*, kennung, valeur, mã, رمز, κωδικός, โค้ด, 代号, 编码`;

/** Machines, tools and chains where 32 bits are addresses, marks and selectors. */
const FOREIGN = `
  guru meditation, general protection fault, smp nopti, smp pti, sigsegv, sigabrt, sigbus, segfault, segmentation fault, kernel panic, oops, dmesg, iptables, fwmark,
  call trace, valgrind, gdb, glibc, libc, jtag, openocd, stm32*, esp32*, esp8266, arduino, avrdude, esptool, hardfault,
  hard fault, u boot, uboot, bootm, tftpboot, uimage, zimage, mips, mipsel, riscv, risc v, arm none eabi, cortex m*,
  gamecube, wii, ps3, ps4, ps5, nintendo, execution reverted, custom error, solidity, ethers, metamask, erc20,
  smart contract, selector*, adler32, crc32 mismatch, crc mismatch, crc error*, checksum mismatch, mallocfail, blk_update_request, modbus, canopen, can id, pcieport, nvrm, edac,
  machine check, vmalloc*, com.apple*, exc_bad_access, iokit, ioreturn`;

/** What brings the message back to Windows, whatever else it names. */
const HOME = `
  windows*, win7, win8, win10, win11, win 10, win 11, microsoft*, wsl, powershell, directx, dism,
  office, outlook, xbox, intune, sccm, configmgr, autopilot, wsus, mdm, slmgr, winget, visual studio`;

export const VOCABULARY = {
  foreign: split(FOREIGN),
  home: split(HOME),
  stop: split(STOP),
  error: split(ERROR),
  place: split(PLACE),
  name: split(NAME),
  label: split(LABEL),
} as const;

function split(words: string): readonly string[] {
  return words.split(',').map((word) => word.trim());
}
