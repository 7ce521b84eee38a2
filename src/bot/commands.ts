/** Commands in words: a whole message, in either language, any case. What is no command is a question. */

/** What somebody may ask for by a word, at every door. */
export type Command = 'help' | 'settings' | 'home' | 'cases' | 'report' | 'mute-hour' | 'mute-day' | 'mute' | 'unmute';

/** A message that is a command, or a word that is close to one, as people slip. */
export type CommandReading = { readonly command: Command } | { readonly nearest: string };

/** As people write them; blanks are left out of the comparison. */
const WORDS: Readonly<Record<Command, readonly string[]>> = {
  help: ['help', 'hi', 'hello', '帮助', '你好', '您好'],
  settings: ['settings', '设置'],
  home: ['home', '主页', '首页'],
  cases: ['my cases', 'cases', '我的问题'],
  report: ['report', '报告'],
  'mute-hour': ['mute 1h', 'mute 1 hour', '静音 1 小时', '静音一小时'],
  'mute-day': ['mute 24h', 'mute 24 hours', '静音 24 小时'],
  mute: ['mute', '静音'],
  unmute: ['unmute', '取消静音'],
};

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  // The keys of a record come as texts.
  (Object.keys(WORDS) as Command[]).flatMap((command) =>
    WORDS[command].map((word): [string, Command] => [withoutBlanks(word), command]),
  ),
);

/** Slips are made, and found, in words that are spelled with letters. */
const SPELLED = [...Object.values(WORDS)].flat().filter((word) => /^[a-z]+$/.test(word));
/** Longer than any command. */
const LONGEST = 32;
/** Of a short word, two slips make nearly any other: `reboot` is not `report`. */
const LENGTH_FOR_TWO_SLIPS = 7;

/** The command that a whole message is, or is close to; `undefined` for everything else. */
export function readCommand(text: string): CommandReading | undefined {
  const message = text.trim();
  if (message === '' || message.length > LONGEST) return undefined;
  const word = withoutBlanks(
    message
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[.!?。]+$/, ''),
  );
  const command = COMMANDS.get(word);
  if (command !== undefined) return { command };
  // Only a single word: several tell of something.
  if (/\s/.test(message)) return undefined;
  const nearest = SPELLED.find((each) => countSlips(word, each) <= mostSlips(each));
  return nearest === undefined ? undefined : { nearest };
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

function mostSlips({ length }: string): number {
  if (length < 4) return 0;
  return length < LENGTH_FOR_TWO_SLIPS ? 1 : 2;
}

/** Letters put in, left out or replaced, and neighbors swapped. */
function countSlips(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + Number(!isSame),
        isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
