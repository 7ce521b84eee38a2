import { repeat } from '../../../src/ops/chore';
import type { Logger } from '../../../src/ops/logger';

it('does its work when told to, and tells of a failure without its words', async () => {
  const lines: string[] = [];
  const say = (fields: unknown, message: string) => lines.push(`${JSON.stringify(fields)} ${message}`);
  const logger: Logger = { info: say, warn: say, error: say };
  let isBroken = false;
  const work = jest.fn(async () => {
    if (isBroken) throw new RangeError('secret words');
  });
  const chore = repeat(work, 60_000, logger);
  await chore.run();
  expect(lines).toEqual([]);
  isBroken = true;
  await chore.run();
  chore.stop();
  expect(work).toHaveBeenCalledTimes(2);
  expect(lines).toEqual([expect.stringMatching(/"error":"RangeError"/)]);
  expect(lines[0]).not.toContain('secret words');
});
