/** What must not start does not, and says which variable to mend without saying what was in it. */

import { readConfig } from '../../../src/config';
import { FaultError } from '../../../src/errors';
import { SECRETS, UNSAFE_SETTINGS } from './unsafe-settings';

test.each(UNSAFE_SETTINGS)('$why', ({ env, named }) => {
  const refusal = catchFault(() => readConfig(env));
  expect(refusal.exitCode).toBe(78);
  expect(refusal.message).toContain(named);
  for (const secret of SECRETS) expect(refusal.message).not.toContain(secret);
});

test('every value of an example is refused without being repeated', () => {
  const { message } = catchFault(() =>
    readConfig({ SLACK_BOT_TOKEN: 'xoxb-your-token', SLACK_SIGNING_SECRET: 'dummy' }),
  );
  expect(message).not.toMatch(/xoxb-your-token|dummy/);
});

test.each(['staging', 'prod', 'PRODUCTION', 'live'])('a server that is called "%s" is one for others', (name) => {
  expect(catchFault(() => readConfig({ NODE_ENV: name })).message).toContain('Neither Teams nor Slack');
});

test.each(['development', 'test', ''])('"%s" is a trial on this machine', (name) => {
  expect(readConfig({ NODE_ENV: name }).playground).toBe(true);
});

function catchFault(read: () => unknown): FaultError {
  try {
    read();
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
  throw new Error('it would have started');
}
