/**
 * What a message costs the store, in numbers that no machine changes: statements, and those of them that write. Whoever
 * raises one says here why.
 */

import { StatementSync } from 'node:sqlite';
import type { PlatformDriver, ShownMessage } from '../contract/platform-driver';
import { startRealTeams } from '../contract/teams/real';
import { startSlack } from '../fixtures/slack/driver';

const WRITES = /^(?:insert|update|delete|with\b[\s\S]*\b(?:insert|update|delete)\b)/i;
const CODED = { text: 'slmgr says 0xC004F074 on this one', where: 'channel' } as const;
const PLAIN = { text: 'Stand-up at 9:30 in room 305', where: 'channel' } as const;

interface Cost {
  readonly statements: number;
  readonly writes: number;
}

const texts: string[] = [];
// The cast: they have several shapes, of which none matters here.
const statement = StatementSync.prototype as unknown as Record<'run' | 'all', Runs>;
type Runs = (this: StatementSync, ...values: unknown[]) => unknown;
const { run, all } = statement;

function counted(original: Runs): Runs {
  return function (...values) {
    texts.push(this.sourceSQL);
    return original.apply(this, values);
  };
}

beforeAll(() => {
  Object.assign(statement, { run: counted(run), all: counted(all) });
});
afterAll(() => {
  Object.assign(statement, { run, all });
});

/** Of the second time: the first one also looks up what is kept. */
async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  await work();
  texts.length = 0;
  await work();
  return { statements: texts.length, writes: texts.filter((text) => WRITES.test(text)).length };
}

function last(driver: PlatformDriver): ShownMessage {
  const message = driver.screen().at(-1);
  if (message === undefined) throw new Error('there is no message');
  return message;
}

describe.each([
  ['Slack', () => startSlack(), { answered: [12, 9], pressed: [10, 5], again: [0, 0] }],
  ['Teams', startRealTeams, { answered: [10, 7], pressed: [10, 5], again: [0, 0] }],
] as const)('in %s', (_name, start, most) => {
  let driver: PlatformDriver;
  beforeAll(async () => {
    driver = await start();
  });
  afterAll(() => driver.close());

  test('a message without a code asks the store nothing', async () => {
    expect(await costOf(() => driver.post(PLAIN))).toEqual({ statements: 0, writes: 0 });
  });

  test('a code is answered', async () => {
    const [statements, writes] = most.answered;
    expect(await costOf(() => driver.post(CODED))).toEqual({ statements, writes });
  });

  test('the next step is shown', async () => {
    const [statements, writes] = most.pressed;
    const press = async () => {
      const message = last(driver);
      const button = message.buttons.find(({ payload }) => JSON.stringify(payload).includes('step'));
      if (button === undefined) throw new Error(JSON.stringify(message.buttons));
      await driver.press(message, button.payload);
    };
    expect(await costOf(press)).toEqual({ statements, writes });
  });

  test('a post that comes again changes nothing', async () => {
    const delivery = await driver.post(CODED);
    const [statements, writes] = most.again;
    expect(await costOf(() => driver.redeliver(delivery))).toEqual({ statements, writes });
  });
});
