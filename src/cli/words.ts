/** What the terminal itself says, in both languages. Answers come from the resolver. */

import type { Verdict } from '../cases/policy';
import type { Locale } from '../i18n/locale';

export interface Words {
  readonly usage: string;
  readonly unknownCommand: (name: string) => string;
  readonly seeHelp: string;
  readonly notInText: (text: string) => string;
  readonly nearest: (codes: string) => string;
  readonly silence: Readonly<Record<Extract<Verdict, { speak: false }>['reason'], string>>;
  readonly nothingFits: (query: string) => string;
  readonly needsText: (command: string) => string;
  readonly badLanguage: (value: string) => string;
  readonly badFormat: (value: string) => string;
  readonly badDays: (value: string, most: number) => string;
  readonly noStore: string;
  readonly needsNothing: (command: string) => string;
  readonly mcpWaits: string;
  readonly mcpFault: (kind: string) => string;
  readonly brokenLine: (line: number, why: string) => string;
  readonly skipped: (count: number) => string;
  readonly brokenJson: string;
  readonly brokenShape: (field: string) => string;
  readonly noFindings: string;
  readonly findings: (count: number) => string;
  readonly fixed: (count: number) => string;
}

const en: Words = {
  usage: `hexfix: what a Windows error code means, and what to do about it

  hexfix explain <code>            the answer to a code in any spelling
  hexfix ask "<message>"           what the bot would answer to a message (or text on standard input)
  hexfix search "<words>"          codes that fit a symptom, best first
  hexfix batch [--search]          JSON Lines in, JSON Lines out: {"id","text","lang"?,"door"?} a line
  hexfix report [--days 30]        frequent codes, codes without an entry, steps that do not help
  hexfix settings [<name>=<value>] what organizations, channels and people have set, or a change of it
  hexfix admin list|redeliver|purge|rotate-keys|stats
                                   messages that did not get through, organizations that leave, keys
  hexfix lint [--fix]              check the knowledge files
  hexfix simulate "<message>"      what would be sent to Slack or Teams, in a simulation on this machine
  hexfix mcp                       serve the answers to an MCP client, over standard input and output

Options
  --lang en|zh-CN                  language of the answer
  --as text|teams|slack|json       form of the answer (explain and ask)
  --overlay <folder>               your organization's own knowledge with ours, or instead of it (lint)
  --all                            all fix steps, not only the first (explain)
  --json                           the same as --as json; every command takes it
  --platform teams|slack           where a simulation takes place, or whose settings; --door says how the message comes
  --tenant <id>                    the organization whose settings; --channel <id> or --person <id> in it
  --set mode=off                   a setting made before a simulation, as often as needed
  --replay <file>                  recorded requests instead of a message (simulate)
  --kind <kind>                    messages of one kind (admin list and redeliver)
  --all-refused                    all that were refused, instead of one key (admin redeliver)
  --even-if-doubled                also what may be there already (admin redeliver)
  --yes                            delete without asking back (admin purge)

Exit codes: 0 answered, 1 nothing found, 2 wrong usage or bad input`,
  unknownCommand: (name) => `There is no command "${name}".`,
  seeHelp: 'Run hexfix --help to see all commands.',
  notInText: (text) => `No error code found in "${text}".`,
  nearest: (codes) => `The nearest codes with an entry: ${codes}.`,
  silence: {
    'no-code': 'The bot would stay silent: there is no error code in the message.',
    'not-sure':
      'The bot would stay silent: what looks like a code may be something else. It would answer if it were mentioned.',
  },
  nothingFits: (query) => `Nothing fits "${query}". Try other words, or the error code itself.`,
  needsText: (command) => `hexfix ${command} needs a text: give it in quotes, or on standard input.`,
  badLanguage: (value) => `--lang ${value} is not a language of Hexfix. Use en or zh-CN.`,
  badFormat: (value) => `--as ${value} is not a form of answer. Use text, teams, slack or json.`,
  badDays: (value, most) => `--days ${value} is not a number of days. Use 1 to ${most}.`,
  noStore: 'There is nothing to report: no bot has run with these settings (DATABASE_URL, HEXFIX_DATA_DIR).',
  needsNothing: (command) => `hexfix ${command} takes no further words.`,
  mcpWaits: 'Waiting for an MCP client on standard input. docs/api.md shows how to set one up; Ctrl+C ends it.',
  mcpFault: (kind) => `A message of the client was not understood (${kind}).`,
  brokenLine: (line, why) => `line ${line} skipped: ${why}`,
  skipped: (count) => `${count} ${count === 1 ? 'line was' : 'lines were'} skipped.`,
  brokenJson: 'it is not JSON.',
  brokenShape: (field) => `"${field}" is missing or has the wrong form. A line needs "id" and "text".`,
  noFindings: 'No findings.',
  findings: (count) => `${count} ${count === 1 ? 'finding' : 'findings'}.`,
  fixed: (count) => `${count} ${count === 1 ? 'file' : 'files'} fixed.`,
};

const zhCN: Words = {
  usage: `hexfix：说明 Windows 错误代码的含义和解决方法

  hexfix explain <代码>            解答任意写法的错误代码
  hexfix ask "<消息>"              机器人会如何回答这条消息（也可从标准输入读取）
  hexfix search "<描述>"           按症状查找代码，最匹配的在前
  hexfix batch [--search]          输入输出均为 JSON Lines，每行 {"id","text","lang"?,"door"?}
  hexfix report [--days 30]        常见代码、没有条目的代码、未能解决问题的步骤
  hexfix settings [<名称>=<值>]    查看或更改组织、频道和个人的设置
  hexfix admin list|redeliver|purge|rotate-keys|stats
                                   管理未送达的消息、离开的组织和密钥
  hexfix lint [--fix]              检查知识文件
  hexfix simulate "<消息>"         在本机模拟，查看会向 Slack 或 Teams 发送什么
  hexfix mcp                       通过标准输入输出为 MCP 客户端提供解答

选项
  --lang en|zh-CN                  回答所用的语言
  --as text|teams|slack|json       回答的形式（explain 和 ask）
  --overlay <文件夹>               加上组织自己的知识；lint 则只检查它
  --all                            显示全部步骤，而不只是第一步（explain）
  --json                           等同于 --as json，所有命令都支持
  --platform teams|slack           在哪个平台上模拟，或查看哪个平台的设置；--door 指定消息从哪个入口进入
  --tenant <ID>                    查看哪个组织的设置；--channel <ID> 或 --person <ID> 指定其中的频道或个人
  --set mode=off                   模拟前先更改一项设置，可多次使用
  --replay <文件>                  用录制的请求代替消息（simulate）
  --kind <种类>                    只处理某一种消息（admin list 和 redeliver）
  --all-refused                    处理所有被拒绝的消息，而不是一个键（admin redeliver）
  --even-if-doubled                连同可能已经发出的消息（admin redeliver）
  --yes                            确认删除（admin purge）

退出代码：0 已回答，1 未找到，2 用法错误或输入有误`,
  unknownCommand: (name) => `没有“${name}”这个命令。`,
  seeHelp: '运行 hexfix --help 可查看所有命令。',
  notInText: (text) => `在“${text}”中没有找到错误代码。`,
  nearest: (codes) => `最接近的已知代码：${codes}。`,
  silence: {
    'no-code': '机器人不会回答：消息中没有错误代码。',
    'not-sure': '机器人不会主动回答：看起来像代码的内容也可能是别的东西。如果提及它，它会回答。',
  },
  nothingFits: (query) => `没有与“${query}”匹配的内容。请换一种描述，或直接输入错误代码。`,
  needsText: (command) => `hexfix ${command} 需要一段文本：请放在引号中，或从标准输入传入。`,
  badLanguage: (value) => `--lang ${value} 不是 Hexfix 支持的语言，请使用 en 或 zh-CN。`,
  badFormat: (value) => `--as ${value} 不是支持的形式，请使用 text、teams、slack 或 json。`,
  badDays: (value, most) => `--days ${value} 不是有效的天数，请使用 1 到 ${most}。`,
  noStore: '没有可报告的内容：还没有机器人使用这些设置（DATABASE_URL、HEXFIX_DATA_DIR）运行过。',
  needsNothing: (command) => `hexfix ${command} 后面不能有其他文字。`,
  mcpWaits: '正在等待 MCP 客户端从标准输入发来消息。设置方法见 docs/api.zh-CN.md，按 Ctrl+C 结束。',
  mcpFault: (kind) => `无法理解客户端的一条消息（${kind}）。`,
  brokenLine: (line, why) => `已跳过第 ${line} 行：${why}`,
  skipped: (count) => `共跳过 ${count} 行。`,
  brokenJson: '不是 JSON。',
  brokenShape: (field) => `缺少“${field}”或格式不对。每行都需要 "id" 和 "text"。`,
  noFindings: '没有发现问题。',
  findings: (count) => `发现 ${count} 个问题。`,
  fixed: (count) => `已修复 ${count} 个文件。`,
};

const WORDS: Readonly<Record<Locale, Words>> = { en, 'zh-CN': zhCN };

/** The terminal's words in one language. */
export function wordsFor(locale: Locale): Words {
  return WORDS[locale];
}
