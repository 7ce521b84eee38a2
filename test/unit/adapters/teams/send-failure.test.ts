import { ConnectorError } from '../../../../src/adapters/teams/connector';
import { postFailure, repeatableFailure } from '../../../../src/adapters/teams/send-failure';
import { SendFailure } from '../../../../src/outbox/messenger';

function lost(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('secret address'), { code }) });
}

const TIMEOUT = new DOMException('The operation was aborted due to timeout', 'TimeoutError');

test.each([
  [302, 'not-sent', 'not-sent'],
  [400, 'refused', 'not-sent'],
  [401, 'not-sent', 'not-sent'],
  [403, 'refused', 'refused'],
  [404, 'refused', 'refused'],
  [408, 'unknown', 'not-sent'],
  [412, 'not-sent', 'not-sent'],
  [413, 'refused', 'not-sent'],
  [429, 'not-sent', 'not-sent'],
  [500, 'unknown', 'not-sent'],
  [502, 'repeat', 'not-sent'],
  [503, 'repeat', 'not-sent'],
  [504, 'repeat', 'not-sent'],
])('%i means %s for a new message, and %s for what may be repeated', (status, ofPost, ofRepeatable) => {
  const error = new ConnectorError(status, 7_000);
  expect(postFailure(error)).toMatchObject({ outcome: ofPost, message: `http-${status}`, retryAfterMs: 7_000 });
  expect(repeatableFailure(error)).toMatchObject({ outcome: ofRepeatable, retryAfterMs: 7_000 });
});

test.each([
  ['ECONNREFUSED', 'not-sent'],
  ['ENOTFOUND', 'not-sent'],
  ['EAI_AGAIN', 'not-sent'],
  ['UND_ERR_CONNECT_TIMEOUT', 'not-sent'],
  ['ECONNRESET', 'unknown'],
  ['UND_ERR_SOCKET', 'unknown'],
  ['EPIPE', 'unknown'],
])('%s means %s for a new message', (code, outcome) => {
  expect(postFailure(lost(code))).toMatchObject({ outcome, message: code });
  expect(repeatableFailure(lost(code))).toMatchObject({ outcome: 'not-sent', message: code });
});

test('a time that ran out tells nothing about a new message', () => {
  expect(postFailure(TIMEOUT)).toMatchObject({ outcome: 'unknown', message: 'TimeoutError' });
  expect(repeatableFailure(TIMEOUT)).toMatchObject({ outcome: 'not-sent' });
});

test('a failure that is understood stays as it is', () => {
  const known = new SendFailure('not-sent', 'no-token');
  expect(postFailure(known)).toBe(known);
});
