/**
 * What people say and what entries say, in both languages: the phrases of one line mean the same to the search. Data only.
 * Latin phrases may be inflected (`crash` stands for crashes, crashed and crashing). Extend it when a natural question does
 * not find its code; a line may hold what a whole family of questions has in common, never one question.
 */

import { CIRCUMSTANCES } from './search-circumstances';

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
whea|whea logger
winlogon
command prompt|cmd|命令提示符
event viewer|event log|事件查看器|事件日志
explorer|file explorer|资源管理器
microsoft office|office 365|office 2016|office 2019|office 2021|microsoft 365|m365
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
