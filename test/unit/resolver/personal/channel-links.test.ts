import { replaceChannelLinks } from '../../../../src/resolver/personal/channel-links';

it.each([
  ['https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/General?groupId=1', '19:abc@thread.tacv2'],
  ['https://teams.cloud.microsoft/l/channel/19%3Aabc%40thread.tacv2/x', '19:abc@thread.tacv2'],
  ['update: https://acme.slack.com/archives/C0HELP/p17', 'update: C0HELP'],
  ['setup: https://acme.enterprise.slack.com/archives/G0HELP', 'setup: G0HELP'],
  ['C0HELP', 'C0HELP'],
  ['https://teams.microsoft.com/l/channel/%E0%A4%A/x', 'https://teams.microsoft.com/l/channel/%E0%A4%A/x'],
  ['https://example.com/archives/C0HELP', 'https://example.com/archives/C0HELP'],
])('reads %s', (text, read) => {
  expect(replaceChannelLinks(text)).toBe(read);
});
