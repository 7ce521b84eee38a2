import { fromLoopback, leadToLoopback } from '../../../src/simulate/loopback';

const ORIGIN = 'http://127.0.0.1:1';

test('leads addresses that will be called to this machine, wherever they stand', () => {
  const fields = { payload: { actions: [{ response_url: 'https://hooks.slack.com/x' }] } };
  expect(leadToLoopback(fields, ORIGIN)).toEqual({
    payload: { actions: [{ response_url: `${ORIGIN}/hooks.slack.com/x` }] },
  });
});

test('leaves links alone that somebody wrote', () => {
  const fields = { text: 'see https://example.com', url: 'https://example.com' };
  expect(leadToLoopback(fields, ORIGIN)).toEqual(fields);
});

test('names the platform again in what is told', () => {
  expect(fromLoopback(`${ORIGIN}/slack.com/api/auth.test`, ORIGIN)).toBe('https://slack.com/api/auth.test');
});
