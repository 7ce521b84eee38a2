/**
 * What people say and what entries say, in both languages: the phrases of one line mean the same to the search. Data only.
 * Latin phrases may be inflected (`crash` stands for crashes, crashed and crashing). Extend it when a natural question does
 * not find its code; a line may hold what a whole family of questions has in common, never one question.
 */

/** What only Windows and what belongs to it have: a question that names none of it is hardly one for us. */
const ACTIVATION = `
activate|activation|reactivate|unactivated|deactivated|激活|机活
kms|key management service|密钥管理服务
kms host|kms server|activation host|activation server|kms 主机|kms 服务器|激活主机|激活服务器|密钥管理服务器
mak|multiple activation key|多次激活密钥
software protection|software licensing|sppsvc|licensing service|软件保护|软件授权
volume key|volume license key|volume licensing|vl key|vlk|批量密钥|批量许可证|批量授权|批量激活
kms host key|kms key|csvlk|kms 主机密钥|kms 密钥
key|product key|license key|serial|serial number|cd key|activation key|密钥|产品密钥|序列号|激活码|许可证密钥|秘钥|密匙
license|licence|unlicensed|许可证|授权|许可
genuine|counterfeit|pirated|正版|盗版
grace|grace period|宽限|宽限期
confirmation id|confirmation number|confirmation|cid|确认 id|确认号码|确认号|确认码
installation id|iid|安装 id
bios|firmware|uefi|固件
oem|preinstalled|预装
hyper-v|hyperv|hypervisor|hyper-v host|宿主机|宿主
active directory|ad|adba|活动目录
rearm|重置次数|重置
edition upgrade|upgrade key|升级密钥
`;

const TOOLS = `
slmgr|slmgr.vbs|ospp|ospp.vbs
wmi
winget|windows package manager
enroll|enrollment|enrolment|register|注册|登记
upgrade|feature update|in-place upgrade|升级|功能更新
store|microsoft store|ms store|应用商店|微软商店|商店
dism|sfc
bits|background intelligent transfer
msi|msiexec|windows installer
autopilot
tpm
appx|msix|appxpackage
.net framework|net framework|dotnet|.net 3.5|net 3.5
ndis|ndis.sys
irql
avma
sysprep
tokens.dat
esu|extended security update|扩展安全更新
outlook
onedrive
teams
win32
rsat
sccm|configmgr|configuration manager
windows hello|hello pin
bitlocker
wsl
defender
`;

const NETWORK = `
dns|name server|域名解析|域名服务器
srv record|srv|_vlmcs|srv 记录
proxy|代理|代理服务器
firewall|防火墙
domain|域
domain controller|dc|域控|域控制器
share|shared folder|file share|smb|共享|共享文件夹
network drive|mapped drive|map drive|网络驱动器|映射
network path|网络路径
nas|synology|群晖
printer|print|printing|打印机|打印
remote desktop|rdp|mstsc|远程桌面
winrm|powershell remoting|remote powershell|enter-pssession|远程管理
certificate|cert|证书
trust|受信任|信任
revocation|revoked|吊销
tls|ssl|https|secure channel|安全连接|安全通道
forbidden|403
unavailable|503|不可用
`;

const SIGN_IN = `
credential|凭据|凭证
mfa|multi-factor|multifactor|two-factor|2fa|authenticator|多重身份验证|多因素|双重验证
`;

const BLUE_SCREEN = `
blue screen|bluescreen|bsod|bugcheck|stop code|sad face|蓝屏|篮屏|兰屏
boot|startup|start up|power on|开机|引导|进不去系统|进不了系统|开不了机
hibernate|hibernation|fast startup|休眠|快速启动
overclock|xmp|超频
ahci|sata|raid|storage mode
registry|注册表
file system|ntfs|chkdsk|文件系统
`;

const UPDATE = `
update|windows update|patch|更新|补丁|跟新|系统更新
cumulative update|cumulative|monthly|every month|累积更新|每月|每个月
wsus|update server|更新服务器
roll back|rollback|rolled back|revert|undo|undoing|undone|restoring previous|回滚|撤销|撤消|还原|恢复到以前|回退
component store|winsxs|组件存储
optional feature|feature on demand|可选功能
language pack|lang pack|mui|语言包
recovery partition|winre|恢复分区
keep files|keep personal files|保留个人文件|保留文件
`;

const PROGRAMS = `
intune|mdm|移动设备管理|设备管理
entra|azure ad|aad|azuread
hybrid|hybrid joined|hybrid join|混合|混合加入
dependency|framework|依赖|依赖项
dll|vcruntime140|msvcp140|动态链接库
visual c|vc|redistributable|运行库
module|模块
class not registered|没有注册类|类没有注册|未注册类|类未注册|类别未登录
macro|vba|宏
parameter|参数
shadow copy|vss|restore point|卷影|卷影复制|卷影副本|还原点
scheduled task|task scheduler|task|计划任务|任务计划|任务
write protected|write-protected|read-only|写保护|只读
io|i/o|读写
cyclic redundancy|crc|循环冗余
32-bit|32bit|32 bit|x86|32 位|32位
64-bit|64bit|64 bit|x64|64 位|64位
`;

/** What befalls them, and what other things have as well. */
const CIRCUMSTANCES = `
block|ban|blacklist|封|封禁|拉黑|阻止|屏蔽|拦截
limit|maximum|max|exceed|used up|use up|ran out|run out|no more|none left|too many|too often|exhausted|次数|上限|超限|超过|用完|用光|超了|太多
count|计数|台数|数量
too few|few|insufficient|too low|not enough|only|#few|不足|不够|太少|过低|只有
expire|expired|lapse|过期|到期|已过|期满
hardware|motherboard|mainboard|主板|硬件|板子
change|replace|swap|exchange|换|换了|更换|更改|换过
phone|telephone|call|hotline|电话
clock|timestamp|time|date|timezone|time zone|时钟|时间戳|时间|日期|时区
out of sync|time skew|differ|difference|off|差|不同步|时间差|相差|对不上
home|home edition|家庭版
pro|professional|专业版
enterprise|企业版
edition|sku|版本|版
evaluation|eval|trial|评估|评估版|试用|试用版
reinstall|clean install|fresh install|重装|重新安装
virtual machine|vm|guest|虚拟机|虚机
other computer|other pc|another computer|another pc|other machine|another machine|other device|another one|but another|but not another|on one pc|on one computer|on one machine|one pc but|new pc|new computer|另一台|另外一台|别的电脑|其他电脑|其它电脑|一台能用|一台电脑|换电脑|新电脑|新机器
record|记录
port|端口
internet|online|联网|上网|外网
network|网络|内网
connect|connection|reach|contact|unreachable|连接|连上|连不上|连不到|连不了|连接不上|联系|联系不上|无法联系|访问不了|不通|握手
missing|not found|not find|no such|does not exist|not exist|lost|gone|disappeared|deleted|vanished|找不到|未找到|没找到|搜不到|不存在|丢失|丢了|缺少|缺失|没了|不见了|被删
timeout|time out|timed out|no response|no answer|not respond|超时|没有响应|无响应|未响应|没反应
join|加域|加入域|入域|加入
wifi|wi-fi|wireless|无线|wlan
sign in|signin|log in|login|logon|log on|logged on|logged in|登录|登陆|登入
password|密码|口令
user name|username|用户名
account|账户|帐户|账号|帐号
lock|lockout|locked out|锁定|锁住|被锁
wrong|incorrect|bad|mistyped|typo|不正确|不对|错了|输错|打错|有误
invalid|not valid|not accepted|reject|refuse|无效|不接受|不认|被拒
admin|administrator|elevated|elevation|管理员|提权|提升
denied|access denied|permission|privilege|not authorized|unauthorized|not allowed|拒绝访问|拒绝|权限|无权|未授权|不允许
policy|group policy|gpo|组策略|策略
disable|turned off|switched off|not enabled|禁用|停用|被禁|关掉|未启用|没启用|没开启
authentication|authenticate|身份验证|验证|认证
crash|close unexpectedly|崩溃|闪退|奔溃
freeze|hang|stuck|frozen|not move|卡死|卡住|卡在|死机|停在|不动|卡机
restart|reboot|重启|重新启动|重起
loop|over and over|again and again|repeatedly|keeps|always|循环|反复|一直|不停|老是|总是|经常|频繁
sleep|standby|suspend|lid|睡眠|待机|合盖|盖子|合上
wake|waking|woke|resume|唤醒|醒来
graphics|graphics card|video card|display driver|gpu|nvidia|geforce|radeon|显卡|图形|显示驱动|显卡驱动
driver|驱动|驱动程序
ram|memory module|memory stick|内存|内存条|memory
cpu|processor|处理器|cpu core
disk|drive|ssd|hdd|hard disk|hard drive|nvme|硬盘|固态|固态硬盘|磁盘
external drive|external disk|移动硬盘|外接硬盘
usb|usb stick|flash drive|thumb drive|u盘|u 盘|优盘
game|gaming|游戏
sound|audio|声音|音频
clone|克隆|对拷
power failure|power cut|power outage|switched off|断电|停电|关机
download|下载
corrupt|damage|broken|unreadable|损坏|坏了|破损|坏
install|installation|setup|installer|安装|装|装不上|装不了|安装程序|按装
uninstall|remove|卸载|移除
delete|删除|删掉|删不掉|删不了
in use|open in|occupied|being used|占用|正在使用|使用中|被占
already installed|already exist|already in progress|已安装|已存在|已经有
full|low disk|out of space|not enough space|no space|more space|disk space|free space|满了|盘满|空间不足|空间不够|没空间|空间
source file|source|源文件|源
feature|功能
not applicable|not apply|does not apply|不适用
requirement|not meet|minimum|要求|不满足|不符合|最低要求
incompatible|not compatible|不兼容|兼容性
windows 11|win11|win 11
cancel|abort|取消|中止
pending|waiting|挂起|等待
grey|greyed|gray|灰色|灰的|变灰
service|服务
app|application|program|software|应用|应用程序|程序|软件
device|设备
user|用户
automatic|auto|automatically|自动
open|launch|start|run|打开|打不开|启动|运行|起不来|开不了|启动不了
hash|checksum|哈希|校验
package|程序包|应用包
excel|表格
backup|备份
copy|copying|复制|拷贝
folder|directory|文件夹|目录
path|路径
zip|unzip|extract|解压|压缩包
unspecified|unknown|no reason|未指定|未知|不明
virus|malware|病毒|恶意软件
computer|pc|machine|laptop|notebook|workstation|电脑|计算机|笔记本|机器
server|服务器|服务其
company|organization|organisation|corporate|公司|组织|单位
key combination|scroll lock|keyboard|键盘|组合键
deliberate|on purpose|forced|manually|人为|故意|手动
`;

/** Phrases in lower case that mean the same, a line each. */
export const SUBJECTS: readonly (readonly string[])[] = [
  ACTIVATION,
  TOOLS,
  NETWORK,
  SIGN_IN,
  BLUE_SCREEN,
  UPDATE,
  PROGRAMS,
].flatMap(linesOf);
export const CIRCUMSTANCE_WORDS: readonly (readonly string[])[] = linesOf(CIRCUMSTANCES);

/** What is searched for with everything of an area, so that `blue screen` finds only what is one. */
export const WORDS_OF_AREA = {
  activation: 'activate license key 激活',
  update: 'windows update 更新',
  servicing: 'update component store 更新',
  setup: 'upgrade install 升级',
  store: 'microsoft store app 应用商店',
  apps: 'app store package 应用',
  management: 'intune enroll device company',
  'sign-in': 'sign in account password 登录',
  network: 'network connect 网络 连接',
  security: 'certificate trust signature 证书 签名',
  drivers: 'driver device drive disk 设备 驱动器',
  'blue-screen': 'blue screen bsod crash 蓝屏',
  programs: 'program app install 程序 应用',
  system: 'system file service 系统',
} as const;

function linesOf(family: string): string[][] {
  return family
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}
