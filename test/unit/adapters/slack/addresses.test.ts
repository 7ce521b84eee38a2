import { isSlackAddress } from '../../../../src/adapters/slack/addresses';

test.each([
  ['https://slack.com/api/chat.postMessage', true],
  ['https://hooks.slack.com/actions/T1/1/x', true],
  ['https://hooks.slack-gov.com/commands/T1/1/x', true],
  ['http://hooks.slack.com/actions/T1/1/x', false],
  ['https://hooks.slack.com:8443/actions', false],
  ['https://hooks.slack.com.example.org/actions', false],
  ['https://example.org/hooks.slack.com', false],
  ['https://hooks.slack.com@example.org/', false],
  ['http://127.0.0.1:4000/api/', false],
  ['http://169.254.169.254/latest', false],
])('%s is Slack’s: %p', (url, isOurs) => {
  expect(isSlackAddress(new URL(url), undefined)).toBe(isOurs);
});

test.each([
  ['http://127.0.0.1:4001/response/1', true],
  ['http://localhost:4000/', true],
  ['https://hooks.slack.com/actions/T1/1/x', false],
  ['http://192.168.0.1/', false],
])('%s where a server on this machine stands in for Slack: %p', (url, isOurs) => {
  expect(isSlackAddress(new URL(url), 'http://127.0.0.1:4000/api/')).toBe(isOurs);
});
