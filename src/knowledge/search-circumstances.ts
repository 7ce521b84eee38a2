/** What befalls the things that Windows has, and what other things have as well: phrases that mean the same. Data only. */

/** A line each, as in `search-synonyms.ts`. */
export const CIRCUMSTANCES = `
block|ban|blacklist|封|封禁|拉黑|阻止|屏蔽|拦截
limit|maximum|max|exceed|used up|use up|ran out|run out|no more|none left|too many|too often|exhausted|次数|上限|超限|超过|用完|用光|超了|太多
count|计数|台数|数量
too few|few|insufficient|too low|not enough|only|#few|不足|不够|太少|过低|只有
expire|expired|lapse|过期|到期|已过|期满
hardware|motherboard|mainboard|主板|硬件|板子
change|replace|swap|exchange|换|换了|更换|更改|换过
phone|telephone|call|hotline|电话
clock|timestamp|time|date|timezone|time zone|时钟|时间戳|时间|日期|时区
out of sync|time skew|differ|difference|off|差|不准|走慢|走快|不同步|时间差|相差|对不上
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
