/** What `admin` says, in both languages. */

import type { Locale } from '../../i18n/locale';
import type { EffectState } from '../../store/ports';

/** Why a message is listed. */
export type Trouble = 'unknown' | 'refused' | 'overdue';

export interface AdminWords {
  readonly tasks: (names: readonly string[]) => string;
  readonly noStore: string;
  readonly takesNoWords: (task: string) => string;
  readonly badKind: (value: string, kinds: readonly string[]) => string;
  /** What the trouble is, and what to do about it. */
  readonly trouble: Readonly<Record<Trouble, string>>;
  readonly columns: readonly string[];
  readonly nothingListed: string;
  readonly moreListed: (count: number) => string;
  readonly oneKeyOrAll: string;
  readonly needsKind: string;
  readonly redelivered: (count: number) => string;
  readonly noSuchKey: string;
  readonly notGivenUp: Readonly<Record<Exclude<EffectState, 'unknown'>, string>>;
  readonly mayBeDoubled: string;
  readonly noneRefused: string;
  readonly purgeWhom: string;
  readonly badPlatform: (value: string) => string;
  readonly sayYes: (platform: string, tenant: string) => string;
  readonly purged: (rows: number) => string;
  readonly noKeys: string;
  readonly rotated: (resealed: number, current: number) => string;
  readonly unreadable: (tenants: readonly string[]) => string;
  readonly stateNames: Readonly<Record<EffectState, string>>;
  readonly oldestDue: (ms: number) => string;
}

const en: AdminWords = {
  tasks: (names) => `hexfix admin needs one of: ${names.join(', ')}. For example: hexfix admin list`,
  noStore:
    'There is nothing to look after: no bot has run with this configuration (DATABASE_URL, HEXFIX_DATA_DIR). Name the place where one keeps its data.',
  takesNoWords: (task) => `hexfix admin ${task} takes no further words.`,
  badKind: (value, kinds) => `--kind ${value} is no kind of message. The kinds are: ${kinds.join(', ')}.`,
  trouble: {
    unknown: `In doubt: each may have been sent, and nobody can tell. It is not sent again by itself.
Look into the conversation first; if it is not there: hexfix admin redeliver "<key>" --even-if-doubled`,
    refused: `Refused: given up, because the platform did not take it. The reason is its own short word.
When the reason is gone: hexfix admin redeliver "<key>", or --all-refused --kind <kind>`,
    overdue: `Overdue: waiting for more than 15 minutes, and still tried.
Look whether a server runs, and whether it reaches the platform.`,
  },
  columns: ['since', 'kind', 'platform', 'organization', 'tries', 'reason', 'key'],
  nothingListed: 'Everything got through.',
  moreListed: (count) =>
    `There are more; these are the latest ${count}. Ask for a part with --platform, --tenant or --kind.`,
  oneKeyOrAll:
    'hexfix admin redeliver needs one key as hexfix admin list shows it, or --all-refused --kind <kind>. For example: hexfix admin redeliver --all-refused --kind answer',
  needsKind: '--all-refused needs --kind: what is too late to be of use stays unsent. For example: --kind answer',
  redelivered: (count) => `${count} queued. A running server sends ${count === 1 ? 'it' : 'them'} within seconds.`,
  noSuchKey: 'No message has this key. Copy it from hexfix admin list; what ended more than a week ago is forgotten.',
  notGivenUp: {
    queued: 'This message is waiting to be sent already.',
    sending: 'This message is being sent.',
    sent: 'This message was sent. A second one would be a double.',
    refused: 'This message was refused again just now. Look at its reason with hexfix admin list.',
  },
  mayBeDoubled:
    'This message may have been sent: the platform took the request and its answer was lost. Look into the conversation. If it is not there, or if two of it do no harm, add --even-if-doubled.',
  noneRefused: 'Nothing of this kind was refused.',
  purgeWhom:
    'hexfix admin purge needs a platform and an organization on it. For example: hexfix admin purge slack T024BE7LD --yes',
  badPlatform: (value) => `${value} is no platform of Hexfix. Use slack, teams or playground.`,
  sayYes: (platform, tenant) =>
    `This deletes everything that is stored of ${tenant} on ${platform}: cases, settings, counts, the installation and what is still to be sent. It cannot be taken back, other than from a backup. If that is meant, add --yes.`,
  purged: (rows) =>
    rows === 0 ? 'Nothing is stored of this organization.' : `${rows} ${rows === 1 ? 'row' : 'rows'} deleted.`,
  noKeys:
    'There are no keys to rotate: tokens are stored only where workspaces install the Slack app by themselves (HEXFIX_TOKEN_KEYS).',
  rotated: (resealed, current) =>
    `${resealed} sealed anew with the first key, ${current} ${current === 1 ? 'was' : 'were'} already. The other keys can go, provided that every server runs with this order of keys.`,
  unreadable: (tenants) =>
    `${tenants.length} cannot be opened with any of the keys: ${tenants.join(', ')}. Put the missing key back into HEXFIX_TOKEN_KEYS and run this again, or install Hexfix there anew.`,
  stateNames: {
    queued: 'waiting',
    sending: 'being sent',
    sent: 'sent, in the last seven days',
    refused: 'refused',
    unknown: 'in doubt',
  },
  oldestDue: (ms) =>
    ms === 0 ? 'Nothing is due.' : `The oldest that is due has been waiting for ${Math.ceil(ms / 1000)} s.`,
};

const zhCN: AdminWords = {
  tasks: (names) => `hexfix admin 需要以下任务之一：${names.join('、')}。例如：hexfix admin list`,
  noStore:
    '没有可以管理的内容：没有机器人使用这份配置（DATABASE_URL、HEXFIX_DATA_DIR）运行过。请指定机器人存放数据的位置。',
  takesNoWords: (task) => `hexfix admin ${task} 后面不能有其他文字。`,
  badKind: (value, kinds) => `没有 --kind ${value} 这种消息，可用的种类有：${kinds.join('、')}。`,
  trouble: {
    unknown: `无法确定：每一条都可能已经发出，谁也无法判断，因此不会自动重发。
请先查看对应的会话；如果没有收到，请执行：hexfix admin redeliver "<键>" --even-if-doubled`,
    refused: `被拒绝：平台没有接受，已经放弃。原因一列是平台给出的简短代号。
原因消除后，请执行：hexfix admin redeliver "<键>"，或使用 --all-refused --kind <种类>`,
    overdue: `逾期：等待超过 15 分钟，仍在重试。
请检查服务器是否在运行，以及它能否访问平台。`,
  },
  columns: ['时间', '种类', '平台', '组织', '次数', '原因', '键'],
  nothingListed: '所有消息都已送达。',
  moreListed: (count) => `还有更多，以上是最近的 ${count} 条。可用 --platform、--tenant 或 --kind 缩小范围。`,
  oneKeyOrAll:
    'hexfix admin redeliver 需要 hexfix admin list 显示的一个键，或 --all-refused --kind <种类>。例如：hexfix admin redeliver --all-refused --kind answer',
  needsKind: '--all-refused 需要同时指定 --kind，以免发出已经过时的消息。例如：--kind answer',
  redelivered: (count) => `已重新排队 ${count} 条，运行中的服务器会在几秒内发出。`,
  noSuchKey: '没有消息使用这个键。请从 hexfix admin list 复制；结束超过一周的消息已被清除。',
  notGivenUp: {
    queued: '这条消息已在等待发送。',
    sending: '这条消息正在发送。',
    sent: '这条消息已经发出，再发一次就会重复。',
    refused: '这条消息刚刚再次被拒绝。请用 hexfix admin list 查看原因。',
  },
  mayBeDoubled:
    '这条消息可能已经发出：平台收到了请求，但没有收到它的答复。请先查看会话。如果没有收到，或者重复也无妨，请加上 --even-if-doubled。',
  noneRefused: '没有这种消息被拒绝。',
  purgeWhom: 'hexfix admin purge 需要平台和该平台上的组织。例如：hexfix admin purge slack T024BE7LD --yes',
  badPlatform: (value) => `${value} 不是 Hexfix 支持的平台，请使用 slack、teams 或 playground。`,
  sayYes: (platform, tenant) =>
    `这会删除 ${platform} 上 ${tenant} 的全部数据：问题记录、设置、计数、安装以及尚待发送的内容。除了从备份恢复，无法撤销。如果确定，请加上 --yes。`,
  purged: (rows) => (rows === 0 ? '没有存储这个组织的任何数据。' : `已删除 ${rows} 行。`),
  noKeys: '没有可以轮换的密钥：只有让各工作区自行安装 Slack 应用时才会存储令牌（HEXFIX_TOKEN_KEYS）。',
  rotated: (resealed, current) =>
    `已用第一个密钥重新加密 ${resealed} 个安装，另有 ${current} 个原本就是。如果所有服务器都已使用这个密钥顺序，就可以去掉其他密钥。`,
  unreadable: (tenants) =>
    `有 ${tenants.length} 个安装用哪个密钥都无法解密：${tenants.join('、')}。请把缺少的密钥放回 HEXFIX_TOKEN_KEYS 后再次运行，或在那里重新安装 Hexfix。`,
  stateNames: {
    queued: '等待发送',
    sending: '正在发送',
    sent: '已发出（最近七天）',
    refused: '被拒绝',
    unknown: '无法确定',
  },
  oldestDue: (ms) => (ms === 0 ? '没有到期的消息。' : `最早到期的一条已等待 ${Math.ceil(ms / 1000)} 秒。`),
};

const WORDS: Readonly<Record<Locale, AdminWords>> = { en, 'zh-CN': zhCN };

/** The command's words in one language. */
export function adminWords(locale: Locale): AdminWords {
  return WORDS[locale];
}
