/** What people write: with a code that the bot knows, without any, and to annoy. */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../faults/random';

/** Where every reader of these files finds the knowledge: beside the compiled program. */
const CODES = readdirSync(path.join(__dirname, '../../knowledge/codes'))
  .map((file) => path.basename(file, '.json'))
  .filter((code) => /^0xC004F|^0x8007/.test(code));

const WITH_CODE: readonly ((code: string) => string)[] = [
  (code) => `Error: ${code} The Software Licensing Service reported that the computer could not be activated.`,
  (code) => `slmgr /ato says ${code} on all of our new laptops, any ideas?`,
  (code) => `错误: ${code} 无法激活计算机，请问怎么处理？`,
  (code) => `有两台电脑一直报 ${code}，重启也没有用。`,
  (code) => `Windows Update has failed with ${code} since Monday`,
  (code) => `This build agent stops with error ${code}.\nIt worked last week & nothing was <changed>.`,
];

const WITHOUT_CODE: readonly string[] = [
  'Morning all, stand-up at 9:30 in room 305',
  'Can someone look at the printer on floor 2? It is jammed again',
  '大家下午好，今天 15:30 开会，地点 305',
  'Lunch?',
  'The new laptops arrive on Thursday, please bring the old ones back by then.',
  '谁知道会议室的投影仪怎么连？',
  'Release 4.2.1 is out: https://example.com/releases/4.2.1?build=20261122',
  'Order 0012345678 was delivered to the wrong building',
  'thanks!',
  'I have moved the meeting to 14:00, and the one after it to 16:15.',
];

const HOSTILE: readonly string[] = [
  `${'0x'.repeat(8_000)}`,
  `${'\u202e'.repeat(2_000)}0xZZZZZZZZ`,
  `${'<!channel> '.repeat(1_000)}`,
  '{"__proto__":{"polluted":true},"text":"0x"}',
  `${'9'.repeat(10_000)}`,
  `${'(((( 0x8007'.repeat(900)}`,
];

export interface Texts {
  withCode(): string;
  withoutCode(): string;
  hostile(): string;
}

export function createTexts(random: Random): Texts {
  const pick = <T>(from: readonly T[], instead: T): T => from[random(from.length)] ?? instead;
  return {
    withCode: () => pick(WITH_CODE, String)(pick(CODES, '0xC004F074')),
    withoutCode: () => pick(WITHOUT_CODE, ''),
    hostile: () => pick(HOSTILE, ''),
  };
}
