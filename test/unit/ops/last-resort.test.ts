import { EventEmitter } from 'node:events';
import { endOnUnforeseen } from '../../../src/ops/last-resort';
import type { Logger } from '../../../src/ops/logger';
import { quietConsole } from '../../../src/ops/quiet-console';

const SECRET = 'what somebody wrote';

function capture() {
  const lines: string[] = [];
  const log = (level: string) => (fields: unknown, message: string) =>
    lines.push(`${level} ${JSON.stringify(fields)} ${message}`);
  const logger: Logger = { info: log('info'), warn: log('warn'), error: log('error') };
  return { lines, logger };
}

it.each(['uncaughtException', 'unhandledRejection'])('ends the process at an %s, with one line', (event) => {
  const source = new EventEmitter();
  const { lines, logger } = capture();
  const exits: number[] = [];
  endOnUnforeseen(source, logger, (code) => exits.push(code));
  source.emit(event, new RangeError(SECRET));
  expect(exits).toEqual([1]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^error .*"error":"RangeError".*last-resort\.test/);
  expect(lines[0]).not.toContain(SECRET);
});

it('ends at whatever was thrown', () => {
  const source = new EventEmitter();
  const { lines, logger } = capture();
  const exits: number[] = [];
  endOnUnforeseen(source, logger, (code) => exits.push(code));
  source.emit('unhandledRejection', SECRET);
  expect([exits, lines.length, lines.join().includes(SECRET)]).toEqual([[1], 1, false]);
});

describe('the console of libraries', () => {
  /** A console of our own, so that the test’s stays as it is. */
  function quiet() {
    const written: unknown[] = [];
    const write = (...parts: readonly unknown[]) => void written.push(...parts);
    const target = { trace: write, debug: write, log: write, info: write, warn: write, error: write };
    const source = new EventEmitter().on('warning', write);
    const { lines, logger } = capture();
    quietConsole(target, source, logger);
    return { target, source, written, lines };
  }

  it.each([
    ['trace', 'info'],
    ['debug', 'info'],
    ['log', 'info'],
    ['info', 'info'],
    ['warn', 'warn'],
    ['error', 'error'],
  ] as const)('is told of without its words: %s', (method, level) => {
    const { target, written, lines } = quiet();
    target[method](SECRET, { token: SECRET });
    expect(written).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${level} .*"console":"${method}".*last-resort\\.test`));
    expect(lines[0]).not.toContain(SECRET);
  });

  it('names the error that was written', () => {
    const { target, lines } = quiet();
    target.error('it failed', Object.assign(new TypeError(SECRET), { code: 'E_GONE' }));
    expect(lines[0]).toMatch(/"error":"TypeError","code":"E_GONE"/);
    expect(lines[0]).not.toContain(SECRET);
  });

  it('goes for Node’s warnings, too', () => {
    const { source, written, lines } = quiet();
    source.emit('warning', Object.assign(new Error(SECRET), { name: 'DeprecationWarning', code: 'DEP0040' }));
    expect(written).toEqual([]);
    expect(lines[0]).toMatch(/^warn .*"error":"DeprecationWarning","code":"DEP0040"/);
    expect(lines[0]).not.toContain(SECRET);
  });
});
