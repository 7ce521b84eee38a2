import { createCounting } from '../../../src/ops/counting';
import type { RawRequest, Route } from '../../../src/ops/http';
import type { Logger } from '../../../src/ops/logger';
import { createOperations, type ObservedStore } from '../../../src/ops/operations';

const REQUEST: RawRequest = {
  headers: {},
  rawBody: Buffer.alloc(0),
  path: '/metrics',
  query: new URLSearchParams(),
  remoteAddress: '127.0.0.1',
};

function play(store: Partial<ObservedStore> = {}, hasPage = true) {
  const lines: string[] = [];
  const say = (level: string) => (fields: unknown, message: string) =>
    lines.push(`${level} ${JSON.stringify(fields)} ${message}`);
  const logger: Logger = { info: say('info'), warn: say('warn'), error: say('error') };
  const clock = { nowMs: 0 };
  const counting = createCounting(logger, hasPage);
  const operations = createOperations({
    store: {
      ping: async () => undefined,
      clockSkewMs: async () => 0,
      outboxStats: async () => ({ count: { queued: 3, refused: 1 }, oldestDueMs: 1_500 }),
      ...store,
    },
    ...{ counting, facts: { mode: 'production' }, build: { version: '1.2.3' }, nowMs: () => clock.nowMs },
  });
  open.push(operations);
  return { lines, clock, counting, operations };
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const operations of open.splice(0)) operations.close();
});

/** What a route says. */
async function read([route]: readonly Route[]): Promise<string> {
  const { status, body } = (await route?.handle(REQUEST)) ?? { status: 0 };
  expect(status).toBe(200);
  return String(body);
}

it('has no page of metrics where nobody asks for one, and counts nothing', () => {
  const { operations, counting } = play({}, false);
  expect(operations.metricsRoutes).toEqual([]);
  expect(counting).not.toHaveProperty('counted');
  expect(operations.routes.map(({ path }) => path)).toEqual(['/readyz']);
});

it('tells what runs, what was counted, how the store is and what waits in the outbox', async () => {
  const { operations, counting } = play();
  operations.enter('running');
  counting.logger.error({}, 'Something failed.');
  const page = await read(operations.metricsRoutes);
  for (const line of [
    'hexfix_ready 1',
    'hexfix_build_info{version="1.2.3"} 1',
    'hexfix_log_lines_total{level="error"} 1',
    'hexfix_store_up 1',
    'hexfix_outbox_effects{state="queued"} 3',
    'hexfix_outbox_effects{state="refused"} 1',
    'hexfix_outbox_oldest_due_seconds 1.5',
  ]) {
    expect(page).toContain(`\n${line}\n`);
  }
  expect(page).not.toContain('clock_skew');
});

it('tells that the store is away, and nothing that only the store knows', async () => {
  const { operations } = play({
    ping: async () => {
      throw new Error('secret words');
    },
    outboxStats: async () => {
      throw new Error('nobody may ask');
    },
  });
  operations.enter('running');
  const page = await read(operations.metricsRoutes);
  expect(page).toContain('\nhexfix_ready 0\n');
  expect(page).toContain('\nhexfix_store_up 0\n');
  expect(page).not.toMatch(/hexfix_outbox|secret words/);
});

it('counts the outbox at most once in ten seconds, and leaves it out when that fails', async () => {
  let asked = 0;
  let isBroken = false;
  const { operations, clock } = play({
    outboxStats: async () => {
      asked += 1;
      if (isBroken) throw new Error('secret words');
      return { count: { queued: asked }, oldestDueMs: 0 };
    },
  });
  await read(operations.metricsRoutes);
  clock.nowMs = 9_999;
  expect(await read(operations.metricsRoutes)).toContain('hexfix_outbox_effects{state="queued"} 1\n');
  clock.nowMs = 10_000;
  expect(await read(operations.metricsRoutes)).toContain('hexfix_outbox_effects{state="queued"} 2\n');
  isBroken = true;
  clock.nowMs = 30_000;
  expect(await read(operations.metricsRoutes)).not.toContain('hexfix_outbox');
});

describe('the clocks', () => {
  it.each([
    [59_999, '59.999', 0],
    [60_000, '60', 1],
    [-600_000, '-600', 1],
  ])('that are %d ms apart are told, and warned of from a minute on', async (skewMs, seconds, warnings) => {
    const { operations, lines } = play({ clockSkewMs: async () => skewMs });
    await operations.lookAtClock();
    expect(await read(operations.metricsRoutes)).toContain(`\nhexfix_store_clock_skew_seconds ${seconds}\n`);
    expect(lines).toHaveLength(warnings);
    await operations.lookAtClock();
    expect(lines).toHaveLength(2 * warnings);
  });

  it('that cannot be compared are told of without the words of the failure', async () => {
    const { operations, lines } = play({
      clockSkewMs: async () => {
        throw new Error('secret words');
      },
    });
    await operations.lookAtClock();
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('secret words');
  });
});
