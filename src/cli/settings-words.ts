/** What `settings` says, in both languages. */

import type { Locale } from '../i18n/locale';
import { FAMILIES } from '../knowledge/families';
import type { ReadFault, SettingName } from '../settings/read';
import { LONGEST_MARK, MOST_COOLDOWN_MINUTES, type StoredLevel } from '../settings/settings';

type Names = readonly SettingName[];

export interface SettingsWords {
  readonly byDefault: string;
  readonly heading: Readonly<Record<StoredLevel, (subject: string) => string>>;
  readonly nothingSet: string;
  readonly noStore: string;
  readonly needsOrganization: string;
  readonly badPlatform: (value: string) => string;
  readonly emptyId: string;
  readonly channelOrPerson: string;
  readonly notAPair: (pair: string, names: Names) => string;
  readonly notHere: (name: SettingName, level: StoredLevel, names: Names) => string;
  readonly badValue: (pair: string, fault: ReadFault, name: SettingName) => string;
}

/** What can be written instead of a value that was not understood. */
const EXAMPLES: Readonly<Record<SettingName, readonly string[]>> = {
  mode: ['mode=off', 'mode=mention', 'mode=listen'],
  language: ['language=en', 'language=zh-CN'],
  privacy: ['privacy=thread', 'privacy=private'],
  marks: ['marks=on', 'marks=off'],
  cooldown: ['cooldown=15', 'cooldown=0'],
  ignore: ['ignore=-hexfix', 'ignore=off'],
  triage: ['triage=C024BE91L', 'triage=19:…@thread.tacv2'],
  routes: ['routes="activation,update:C024BE91L; setup:C024BE92M"', 'routes=off'],
  mute: ['mute=1h', 'mute=24h', 'mute=on', 'mute=off'],
};

const EN_WHY: Readonly<Record<ReadFault, string>> = {
  'not-a-choice': 'it is none of the values that there are',
  'not-minutes': `it is no whole number of minutes from 0 to ${MOST_COOLDOWN_MINUTES}`,
  'not-a-mark': `a mark has at most ${LONGEST_MARK} characters and no blank`,
  'not-a-channel': 'it has no id of a channel as Slack or Teams writes it',
  'not-a-route': 'a route has parts of Windows, a colon and the id of a channel',
  'not-a-family': `the parts of Windows are ${FAMILIES.join(', ')}`,
  'too-many-routes': `there may be ${FAMILIES.length} routes at most`,
};

const EN_PLACES: Readonly<Record<StoredLevel, string>> = {
  tenant: 'an organization',
  channel: 'a channel',
  person: 'a person',
};

const en: SettingsWords = {
  byDefault: 'By default',
  heading: {
    tenant: () => 'In the organization',
    channel: (id) => `In the channel ${id}`,
    person: (key) => `For the person ${key}`,
  },
  nothingSet: 'Nobody has set anything else.',
  noStore:
    'There is nothing to set yet: no bot has run with this configuration (DATABASE_URL, HEXFIX_DATA_DIR). Start it once, or name the place where one keeps its data.',
  needsOrganization:
    'hexfix settings needs --platform and --tenant: settings belong to one organization on one platform. For example: hexfix settings --platform slack --tenant T024BE7LD',
  badPlatform: (value) => `--platform ${value} is no platform of Hexfix. Use slack, teams or playground.`,
  emptyId: '--channel and --person need an id, as the platform writes it. Leave them out for the organization.',
  channelOrPerson: '--channel and --person do not go together: a change is for one of them. Run the command twice.',
  notAPair: (pair, names) =>
    `"${pair}" is no setting. Write name=value, or name= to take it back, with one of these names: ${names.join(', ')}.`,
  notHere: (name, level, names) =>
    `${name} cannot be set for ${EN_PLACES[level]}. There you can set: ${names.join(', ')}.`,
  badValue: (pair, fault, name) => `${pair} cannot be set: ${EN_WHY[fault]}. Write ${EXAMPLES[name].join(' or ')}.`,
};

const ZH_WHY: Readonly<Record<ReadFault, string>> = {
  'not-a-choice': '没有这个选项',
  'not-minutes': `分钟数必须是 0 到 ${MOST_COOLDOWN_MINUTES} 的整数`,
  'not-a-mark': `标记最多 ${LONGEST_MARK} 个字符，不能有空格`,
  'not-a-channel': '其中没有 Slack 或 Teams 的频道 ID',
  'not-a-route': '每条分流规则都由类别、冒号和频道 ID 组成',
  'not-a-family': `可用的类别有：${FAMILIES.join('、')}`,
  'too-many-routes': `分流规则最多 ${FAMILIES.length} 条`,
};

const ZH_PLACES: Readonly<Record<StoredLevel, string>> = { tenant: '组织', channel: '频道', person: '个人' };

const zhCN: SettingsWords = {
  byDefault: '默认值',
  heading: {
    tenant: () => '整个组织',
    channel: (id) => `频道 ${id}`,
    person: (key) => `个人 ${key}`,
  },
  nothingSet: '没有其他设置。',
  noStore:
    '还没有可以设置的内容：没有机器人使用这份配置（DATABASE_URL、HEXFIX_DATA_DIR）运行过。请先启动一次，或指定机器人存放数据的位置。',
  needsOrganization:
    'hexfix settings 需要 --platform 和 --tenant：设置属于某个平台上的某个组织。例如：hexfix settings --platform slack --tenant T024BE7LD',
  badPlatform: (value) => `--platform ${value} 不是 Hexfix 支持的平台，请使用 slack、teams 或 playground。`,
  emptyId: '--channel 和 --person 后面需要平台给出的 ID；要设置整个组织，请不要写这两个选项。',
  channelOrPerson: '--channel 和 --person 不能同时使用：一次只能更改其中之一。请分两次运行。',
  notAPair: (pair, names) =>
    `“${pair}”不是设置。请写成“名称=值”，或用“名称=”撤销设置；名称可以是：${names.join('、')}。`,
  notHere: (name, level, names) => `不能为${ZH_PLACES[level]}设置 ${name}，可以设置的有：${names.join('、')}。`,
  badValue: (pair, fault, name) => `无法设置 ${pair}：${ZH_WHY[fault]}。请写成 ${EXAMPLES[name].join(' 或 ')}。`,
};

const WORDS: Readonly<Record<Locale, SettingsWords>> = { en, 'zh-CN': zhCN };

/** The command's words in one language. */
export function settingsWords(locale: Locale): SettingsWords {
  return WORDS[locale];
}
