/** What `simulate` says, in both languages. */

import type { Locale } from '../i18n/locale';
import type { SimulatedPlatform } from '../simulate/recording';
import type { WhySilent } from '../simulate/why-silent';

interface SimulateWords {
  readonly why: Readonly<Record<WhySilent, string>>;
  readonly nothingSent: (why: string) => string;
  readonly heading: (platform: string, door: string) => string;
  readonly answered: (status: number) => string;
  readonly lookUp: string;
  readonly needsPlatform: string;
  readonly badDoor: (platform: SimulatedPlatform, door: string, doors: readonly string[]) => string;
  readonly needsText: string;
  readonly needsFiles: string;
  readonly badSetting: (pair: string, names: readonly string[]) => string;
  readonly unreadable: (file: string) => string;
  readonly badRecording: (file: string, where: string) => string;
}

const NAMES: Readonly<Record<SimulatedPlatform, string>> = { slack: 'Slack', teams: 'Teams' };

const en: SimulateWords = {
  why: {
    'no-code': 'there is no error code in the message.',
    'not-sure': 'what looks like a code may be something else, and nobody has mentioned the bot.',
    'from-bot': 'a bot has written the message.',
    marked: 'the message begins with the mark that says to leave it alone.',
    off: 'the bot is switched off in this channel.',
    'mention-only': 'the bot answers only when it is mentioned in this channel.',
    muted: 'this person has muted the bot.',
    'cooling-down': 'the same code was answered in this channel a short while ago.',
    'enough-said': 'the bot has answered in this channel often enough of late without being asked.',
    refused: 'the request was refused.',
    'not-for-bot': 'it is nothing that the bot is asked about.',
    'nothing-to-show': 'nothing that anybody sees has changed.',
  },
  nothingSent: (why) => `Nothing is sent, because ${why}`,
  heading: (platform, door) => `${platform}, ${door}`,
  answered: (status) => `The request is answered with ${status}.`,
  lookUp: 'asks only',
  needsPlatform: 'hexfix simulate needs --platform teams or --platform slack.',
  badDoor: (platform, door, doors) => `${NAMES[platform]} has no door "${door}". It has: ${doors.join(', ')}.`,
  needsText: 'hexfix simulate needs what somebody writes: give it in quotes.',
  needsFiles: 'hexfix simulate --replay needs a file with a recorded request, or a folder of them.',
  badSetting: (pair, names) =>
    `--set ${pair} is not a setting. Write name=value, with one of these names: ${names.join(', ')}. docs/settings.md tells their values.`,
  unreadable: (file) => `${file} cannot be read. Check the name, and that this user may read it.`,
  badRecording: (file, where) =>
    `${file} is no recorded request${where === '' ? '' : ` ("${where}" is missing or has the wrong form)`}. Compare it with test/fixtures/payloads.`,
};

const zhCN: SimulateWords = {
  why: {
    'no-code': '消息中没有错误代码。',
    'not-sure': '看起来像代码的内容也可能是别的东西，而且没有人提及机器人。',
    'from-bot': '这条消息是机器人写的。',
    marked: '消息以“不要回答”的标记开头。',
    off: '此频道已关闭机器人。',
    'mention-only': '在此频道中，机器人只在被提及时回答。',
    muted: '此人已将机器人静音。',
    'cooling-down': '不久前已在此频道回答过相同的代码。',
    'enough-said': '近来机器人已在此频道多次主动回答。',
    refused: '请求被拒绝。',
    'not-for-bot': '这类事件不需要机器人处理。',
    'nothing-to-show': '任何人看到的内容都没有变化。',
  },
  nothingSent: (why) => `不会发送任何内容，因为${why}`,
  heading: (platform, door) => `${platform}，${door}`,
  answered: (status) => `对请求的响应为 ${status}。`,
  lookUp: '仅查询',
  needsPlatform: 'hexfix simulate 需要 --platform teams 或 --platform slack。',
  badDoor: (platform, door, doors) => `${NAMES[platform]} 没有“${door}”这个入口，可用的入口有：${doors.join('、')}。`,
  needsText: 'hexfix simulate 需要一段文本：请放在引号中。',
  needsFiles: 'hexfix simulate --replay 需要一个录制的请求文件，或存放这些文件的文件夹。',
  badSetting: (pair, names) =>
    `--set ${pair} 不是有效的设置。请写成“名称=值”，名称可以是：${names.join('、')}。可用的值见 docs/settings.zh-CN.md。`,
  unreadable: (file) => `无法读取 ${file}。请检查文件名，并确认当前用户有权读取。`,
  badRecording: (file, where) =>
    `${file} 不是录制的请求${where === '' ? '' : `（缺少“${where}”或格式不对）`}。请对照 test/fixtures/payloads。`,
};

const WORDS: Readonly<Record<Locale, SimulateWords>> = { en, 'zh-CN': zhCN };

/** The command's words in one language. */
export function simulateWords(locale: Locale): SimulateWords {
  return WORDS[locale];
}

/** What a platform is called. */
export function nameOf(platform: SimulatedPlatform): string {
  return NAMES[platform];
}
