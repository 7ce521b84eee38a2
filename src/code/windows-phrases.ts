/** Short numbers in phrases that only Windows and its installer use: beyond doubt also when nobody asks. */

import type { Candidate } from './candidate';
import type { Scene } from './scene';

/** One number, beyond doubt by the words before it. */
export type PhrasedNumber = Pick<Candidate, 'start' | 'end' | 'value'> & { readonly spelling: 'hex' | 'decimal' };

/** Some word of each phrase. A text without any, or without a digit, holds none. */
const TRACE =
  /system error|\bmsi|install|\bservice|服务|process terminated|return value|安装|卸载|インストール|\[sc\]|\bsetup\b|(?:create|start|open|load|reg|control|delete|device|adjust)[a-z]{3,30}\W{0,4}(?:failed|error)|(?:exit|return|error)[ -]?code|error status|enginethread|(?:run|task) result|win32|getlasterror|系统错误|(?:退出|返回|错误)代码|返回值|运行结果/i;
/** A piece of every alternative of it, for who looks for many words at once. */
export const PHRASE_PIECES: readonly string[] = [
  ...['system err', 'msi', 'install', 'servic', 'terminated', 'return', '[sc]', 'setup', 'fail', 'error', 'exit'],
  ...['enginethread', 'run res', 'task res', 'win32', '服务', '安装', '卸载', 'インス', '错误', '退出', '返回', '运行'],
];
const DIGIT = /\d/;

/** What Windows Installer ends with: 1601 to 1654, 3010 and 1641. */
const INSTALLER = '(16(?:0[1-9]|[1-4]\\d|5[0-4])|3010)(?!\\d|[.,]\\d)';
const BETWEEN = '[\\s:=#(（：“"]{0,4}';

/** Functions of Windows by which programs start others, install services and open what they need. */
const FUNCTIONS = [
  'CreateProcess(?:AsUser|WithLogon|WithToken)?',
  'OpenProcess(?:Token)?|AdjustTokenPrivileges|LogonUser|ShellExecute',
  'OpenSCManager|(?:Create|Open|Start|Control|Delete)Service|ChangeServiceConfig2?|StartServiceCtrlDispatcher',
  'LoadLibrary|GetProcAddress|DeviceIoControl|(?:Create|Move|Copy|Delete)File|Reg(?:OpenKey|CreateKey|SetValue)',
  'SetupCopyOEMInf|UpdateDriverForPlugAndPlayDevices',
].join('|');

const PHRASES: readonly RegExp[] = [
  // `net use`: "System error 1219 has occurred."
  /\bsystem error (\d{1,5}) has occurred/gi,
  /发生(?:了)?系统错误\s{0,2}(\d{1,5})(?!\d)/g,
  /\bsystem error (\d{1,5})(?=[^\n]{0,24}\bnetwork (?:path|name))/gi,
  // `sc.exe`: "[SC] OpenSCManager FAILED 5:", in whatever language the verb is.
  /\[SC\] [A-Za-z]{4,40} [^\s\d]{1,16} (\d{1,5})(?=[:：])/g,
  // What a program says of a function of Windows: "CreateProcess failed; code 740", "StartService failed (1056)".
  new RegExp(
    `\\b(?:${FUNCTIONS})(?:Ex)?[AW]?(?:\\(\\))?:? (?:has )?(?:failed|error)(?: with| due to)?[,;:]?(?: (?:windows |system |win32 |last )?(?:error|code|error code))?${BETWEEN}(\\d{1,5}|0x[0-9a-f]{1,8})(?![0-9a-z]|[.,]\\d|\\s?(?:times|attempts|次))`,
    'gi',
  ),
  // The manager of services: "Error 1067: The process terminated unexpectedly."
  /\berror (10[5-7]\d)(?!\d|[.,]\d)(?=[^\n]{0,60}\b(?:service|process terminated))/gi,
  /\bservice\b[^\n]{0,60}\berror (10[5-7]\d)(?!\d|[.,]\d)/gi,
  /错误\s?(10[5-7]\d)(?!\d|[.,]\d)(?=[^\n]{0,24}(?:服务|进程))/g,
  // The logs of Windows Installer, and whoever quotes them.
  new RegExp(`\\binstallation success or error status:${BETWEEN}${INSTALLER}`, 'gi'),
  new RegExp(`\\bmainenginethread is returning ${INSTALLER}`, 'gi'),
  new RegExp(`\\bmsi(?:exec)?(?:\\.exe)?(?: exit| error)?(?: code)?${BETWEEN}${INSTALLER}`, 'gi'),
  new RegExp(
    `(?:\\b(?:exit|return|error)[ -]?code|return value|退出代码|返回代码|返回值|错误代码)(?: (?:is|was|of|是|为))?${BETWEEN}${INSTALLER}`,
    'gi',
  ),
  // The column of the Task Scheduler.
  /(?:\blast (?:run|task) result|上次运行结果)[\s:=(（：]{0,4}(0x[0-9a-f]{1,8})(?![0-9a-z])/gi,
  /\b(?:win32 error|win32exception|getlasterror(?:\(\))?)(?: code)?[\s:=(]{1,4}(\d{1,5})(?!\d|[.,]\d)/gi,
];

/** Whoever speaks of an installation needs no more than "error 1603". */
const INSTALLATION = /\b(?:un|re)?install|\bmsi|\bsetup\b|安装|卸载|インストール/i;
const INSTALLER_ERRORS = [
  new RegExp(
    `(?<![a-z])(?:errors?|err|fehler|erreur|ошибка|错误|報錯|报错|エラー)(?: code)?[\\s:#=(（]{0,3}${INSTALLER}`,
    'gi',
  ),
  new RegExp(`(?<![\\w.:/-])${INSTALLER}(?= is an? [^.\\n]{0,24}\\berror)`, 'gi'),
];

/** Databases number their errors in the same range. */
const DATABASE = /sql|mariadb|\boracle\b|\bora-\d/i;

const MOST = 16;
const LARGEST = 0xffff_ffff;

/** Tells whether a text may hold such a phrase. A no is final. */
export function mayHoldPhrase(text: string): boolean {
  return DIGIT.test(text) && TRACE.test(text);
}

/** The numbers of such phrases, in no order. */
export function findPhrases({ text }: Scene): readonly PhrasedNumber[] {
  if (!mayHoldPhrase(text) || DATABASE.test(text)) return [];
  const phrases = INSTALLATION.test(text) ? [...PHRASES, ...INSTALLER_ERRORS] : PHRASES;
  return phrases.flatMap((phrase) => read(text, phrase));
}

function read(text: string, phrase: RegExp): PhrasedNumber[] {
  const found: PhrasedNumber[] = [];
  for (const match of text.matchAll(phrase)) {
    const [whole, digits = ''] = match;
    const value = Number(digits);
    const start = match.index + whole.lastIndexOf(digits);
    if (value <= 1 || value > LARGEST) continue;
    found.push({ start, end: start + digits.length, value, spelling: digits.startsWith('0') ? 'hex' : 'decimal' });
    if (found.length === MOST) break;
  }
  return found;
}
