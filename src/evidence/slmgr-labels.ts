/** The labels and sentences of `slmgr /dli`, `/dlv` and `/xpr`, in English and in those languages we have seen. */

/** What a line of slmgr's output tells. */
export type Field =
  | 'name'
  | 'description'
  | 'key-channel'
  | 'status'
  | 'reason'
  | 'expiration'
  | 'remaining'
  /** Minutes of which the label is not known: until the activation or until the grace ends. */
  | 'minutes'
  | 'windows-rearms'
  | 'sku-rearms'
  | 'activation-type'
  | 'registered-host'
  | 'host-from-dns'
  | 'no-host-in-dns'
  | 'host-address'
  | 'activation-interval'
  | 'renewal-interval'
  | 'caching'
  | 'permanent'
  | 'not-in-use'
  | 'never-activated'
  | 'host-enabled'
  | 'count'
  | 'port'
  | 'publishing'
  | 'priority'
  | 'total-requests'
  | 'failed-requests'
  | 'unlicensed-requests'
  | 'licensed-requests'
  | 'notification-requests';

/** Labels in lower case and without blanks, which pictures of a screen lose. */
const LABELS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['name', 'name'],
  ['名称', 'name'],
  ['description', 'description'],
  ['描述', 'description'],
  ['productkeychannel', 'key-channel'],
  ['产品密钥通道', 'key-channel'],
  ['licensestatus', 'status'],
  ['许可证状态', 'status'],
  ['授權狀態', 'status'],
  ['lizenzstatus', 'status'],
  ['estadodelalicencia', 'status'],
  ['состояниелицензии', 'status'],
  ['notificationreason', 'reason'],
  ['通知原因', 'reason'],
  ['volumeactivationexpiration', 'expiration'],
  ['timebasedactivationexpiration', 'expiration'],
  ['automaticvmactivationexpiration', 'expiration'],
  ['批量激活过期', 'expiration'],
  ['timeremaining', 'remaining'],
  ['剩余时间', 'remaining'],
  ['remainingwindowsrearmcount', 'windows-rearms'],
  ['剩余windows重置计数', 'windows-rearms'],
  ['remainingskurearmcount', 'sku-rearms'],
  ['剩余sku重置计数', 'sku-rearms'],
  ['configuredactivationtype', 'activation-type'],
  ['已配置的激活类型', 'activation-type'],
  ['registeredkmsmachinename', 'registered-host'],
  ['已注册的kms计算机名称', 'registered-host'],
  ['kmsmachinenamefromdns', 'host-from-dns'],
  ['来自dns的kms计算机名称', 'host-from-dns'],
  ['dnsauto-discovery', 'no-host-in-dns'],
  ['dns自动发现', 'no-host-in-dns'],
  ['kmsmachineipaddress', 'host-address'],
  ['kms计算机ip地址', 'host-address'],
  ['activationinterval', 'activation-interval'],
  ['激活时间间隔', 'activation-interval'],
  ['激活间隔', 'activation-interval'],
  ['renewalinterval', 'renewal-interval'],
  ['续订间隔', 'renewal-interval'],
  ['currentcount', 'count'],
  ['当前计数', 'count'],
  ['listeningonport', 'port'],
  ['侦听端口', 'port'],
  ['正在侦听端口', 'port'],
  ['监听端口', 'port'],
  ['kmspriority', 'priority'],
  ['kms优先级', 'priority'],
  ['totalrequestsreceived', 'total-requests'],
  ['收到的请求总数', 'total-requests'],
  ['failedrequestsreceived', 'failed-requests'],
  ['收到的失败请求数', 'failed-requests'],
  ['收到的失败的请求数', 'failed-requests'],
  ['requestswithlicensestatusunlicensed', 'unlicensed-requests'],
  ['requestswithlicensestatuslicensed', 'licensed-requests'],
  ['requestswithlicensestatusnotification', 'notification-requests'],
]);

/** Lines that say what they say without a value behind a colon. */
const SENTENCES: readonly (readonly [RegExp, Field, string])[] = [
  [/license is not in use|许可证(?:未在使用|未使用)|未使用此许可证/i, 'not-in-use', ''],
  [/KMS host caching is enabled|已启用 ?KMS ?主机缓存/i, 'caching', 'on'],
  [/KMS host caching is disabled|已禁用 ?KMS ?主机缓存/i, 'caching', 'off'],
  [/Key Management Service is enabled on this|此计算机上(?:已)?启用(?:了)?密钥管理服务/i, 'host-enabled', ''],
  [/DNS publishing enabled|已启用 ?DNS ?发布|DNS ?发布已启用/i, 'publishing', 'on'],
  [/DNS publishing disabled|已禁用 ?DNS ?发布|DNS ?发布已禁用/i, 'publishing', 'off'],
  [/\/ato to activate and update KMS|activate the product in order to update KMS/i, 'never-activated', ''],
  [
    /^(?:(?:The )?(?:machine|product) is permanently activated|Windows is activated for the lifespan|(?:此|该)?(?:计算机|产品)已永久激活)/i,
    'permanent',
    '',
  ],
  [/^(?:Volume|Timebased|Automatic VM) activation will expire/i, 'status', 'Licensed'],
  [/^Windows is in Notification mode|^Windows ?处于通知模式/i, 'status', 'Notification'],
  [/^Initial grace period ends/i, 'status', 'Initial grace'],
  [/^Additional grace period ends/i, 'status', 'Additional grace'],
  [/^Non-genuine grace period ends/i, 'status', 'Non-genuine grace'],
  [/^Extended grace period ends/i, 'status', 'Extended grace'],
];
/** Longer lines are prose that speaks of such a sentence, or whole answers on one line. */
const LONGEST_SENTENCE = 160;

/** What a label stands for. */
export function fieldOfLabel(label: string): Field | undefined {
  return LABELS.get(label.replace(/\s/g, '').toLowerCase());
}

/** What a line tells as a whole: the field and its value. */
export function readSentence(line: string): readonly [Field, string] | undefined {
  if (line.length > LONGEST_SENTENCE) return undefined;
  const found = SENTENCES.find(([pattern]) => pattern.test(line));
  return found === undefined ? undefined : [found[1], found[2]];
}
