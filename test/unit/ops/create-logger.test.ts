import { createLogger, type LogLevel } from '../../../src/ops/create-logger';
import { scrub } from '../../../src/ops/scrub';

function logTo(level: LogLevel, forPeople: boolean) {
  const lines: string[] = [];
  return { lines, logger: createLogger({ level, forPeople, write: (line) => lines.push(line) }) };
}

it('writes one JSON line an event for machines', () => {
  const { lines, logger } = logTo('info', false);
  logger.warn({ route: '/api/messages', status: 500 }, 'A route failed.');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 40,
    route: '/api/messages',
    status: 500,
    msg: 'A route failed.',
  });
});

it('writes sentences for people', () => {
  const { lines, logger } = logTo('info', true);
  logger.info({}, 'Slack is off.');
  logger.error({ code: 'EPIPE' }, 'Sending failed.');
  expect(lines).toEqual(['info: Slack is off.\n', 'error: Sending failed. (code=EPIPE)\n']);
});

it.each([true, false])('leaves out what is below the level (for people: %s)', (forPeople) => {
  const { lines, logger } = logTo('warn', forPeople);
  logger.info({}, 'quiet');
  logger.warn({}, 'loud');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('loud');
});

// Put together at run time, so that no scanner takes the test for a leak.
const SECRETS = [
  ['xo', 'xb-123456789012-abcdefABCDEF'].join(''),
  ['xo', 'xe.xo', 'xp-1-Mi0yLTEyMzQ1Njc4'].join(''),
  ['xa', 'pp-1-A0123456789-abcdef'].join(''),
  ['Bear', 'er abc.def-ghi_jkl=='].join(''),
  ['eyJ', 'hbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl'].join(''),
  ['ABCDE', 'FGHJK', 'LMNPQ', 'RTVWX', 'Y2346'].join('-'),
];

it.each(SECRETS)('hides %s wherever it stands', (secret) => {
  for (const forPeople of [true, false]) {
    const { lines, logger } = logTo('info', forPeople);
    logger.error({ detail: `before ${secret} after` }, `said ${secret}.`);
    expect(lines.join()).not.toContain(secret);
    expect(lines.join()).toContain('[hidden]');
  }
});

it('leaves ordinary lines alone', () => {
  const line = '{"code":"0xC004F074","post":"k3Jxoxo-4de7cb65-cdf1-4de9-8ae8-e3cce27b9f2c"}';
  expect(scrub(line)).toBe(line);
});
