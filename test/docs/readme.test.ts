import { runCommand } from '../../src/cli/run';
import { wordsFor } from '../../src/cli/words';
import { VARIABLE_NAMES } from '../../src/config/environment';
import type { Locale } from '../../src/i18n/locale';
import { codeBlocks, commands, distinct, listMarkdown, read, variables } from './markdown';

const FILES = listMarkdown();
const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(read('package.json'));
const EXAMPLE_VARIABLES = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);

describe.each(FILES)('%s', (file) => {
  const text = read(file);

  test('names npm scripts that exist', () => {
    expect(distinct(commands(text).flatMap(scriptsIn)).filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names settings that .env.example explains', () => {
    expect(distinct(variables(text)).filter((name) => !EXAMPLE_VARIABLES.includes(name))).toEqual([]);
  });

  test('names commands of the terminal that exist', () => {
    const used = commands(text).flatMap((line) => line.match(/hexfix -- (\w+)/)?.[1] ?? []);
    expect(distinct(used).filter((name) => !wordsFor('en').usage.includes(`hexfix ${name} `))).toEqual([]);
  });
});

/** The scripts that a command line runs; `npm start` and `npm test` are scripts too. */
function scriptsIn(line: string): string[] {
  return line.split('&&').flatMap((part) => {
    const [, run, short] = part.trim().match(/^npm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/) ?? [];
    return run ?? short ?? [];
  });
}

test('.env.example explains every setting that the program reads, and no other', () => {
  expect(distinct(EXAMPLE_VARIABLES)).toEqual([...VARIABLE_NAMES].sort());
});

describe.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
] as const)('%s', (file, locale) => {
  const text = read(file);

  test('names the two commands first', () => {
    const [first = ''] = codeBlocks(text, ['sh']);
    expect(commands(`\`\`\`sh\n${first}\`\`\``)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  test('explains every command of the terminal', () => {
    const known = [...wordsFor('en').usage.matchAll(/^ {2}hexfix (\w+)/gm)].map(([, name = '']) => name);
    expect(known).toContain('explain');
    expect(known.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  });

  test('shows what the terminal prints', async () => {
    const [example = ''] = codeBlocks(text, ['console']);
    const [command = '', ...shown] = example.trim().split('\n');
    const printed = (await run(command.replace('$ npm run -s hexfix -- ', ''), locale)).split('\n');
    const kept = shown.filter((line) => line.trim() !== '' && line !== '…');
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((line) => !printed.includes(line))).toEqual([]);
  });
});

async function run(commandLine: string, locale: Locale): Promise<string> {
  let output = '';
  await runCommand(commandLine.split(' '), {
    stdin: (async function* () {})(),
    stdinIsTerminal: true,
    write: async (text) => {
      output += text;
    },
    complain: () => undefined,
    width: 80,
    color: false,
    openStore: async () => undefined,
    rotateKeys: async () => undefined,
    defaultsOn: () => ({}),
    simulate: () => Promise.reject(new Error('nothing is simulated here')),
    now: () => 0,
    locale,
  });
  return output;
}
