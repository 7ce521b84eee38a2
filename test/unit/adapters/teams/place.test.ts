import { activitySchema } from '../../../../src/adapters/teams/activity';
import { channelOf, conversationAround, placeOf, readPlace, writePlace } from '../../../../src/adapters/teams/place';

const activity = activitySchema.parse({
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/amer/',
  from: { id: '29:ana' },
  recipient: { id: '28:bot' },
  conversation: { id: '19:c@thread.tacv2;messageid=1', tenantId: 'tenant-of-chat' },
  channelData: { team: { id: '19:t', aadGroupId: 'group' } },
});
const PLACE = {
  serviceUrl: 'https://smba.trafficmanager.net/amer/',
  conversation: '19:c@thread.tacv2;messageid=1',
  bot: '28:bot',
  tenant: 'tenant-of-chat',
  team: 'group',
};

test('holds what a later send needs, and comes back as it was', () => {
  expect(placeOf(activity)).toEqual(PLACE);
  expect(readPlace(writePlace(placeOf(activity, '17')))).toEqual({ ...PLACE, replyTo: '17' });
});

test.each([
  '',
  'null',
  '{}',
  '[]',
  'no JSON',
  JSON.stringify({ ...PLACE, bot: '' }),
  JSON.stringify({ ...PLACE, more: 1 }),
  JSON.stringify({ ...PLACE, serviceUrl: undefined }),
])('is not read from %s', (text) => {
  expect(readPlace(text)).toBeUndefined();
});

test.each([
  ['19:c@thread.tacv2', { channel: '19:c@thread.tacv2' }],
  ['19:c@thread.skype', { channel: '19:c@thread.skype' }],
  ['19:c@thread.tacv2;messageid=1', { channel: '19:c@thread.tacv2', thread: '1' }],
  ['19:g@thread.v2', undefined],
  ['19:a_b@unq.gbl.spaces', undefined],
  ['a:1', undefined],
])('knows the channel in %s', (conversation, expected) => {
  expect(channelOf(conversation)).toEqual(expected);
});

test.each([
  ['19:c@thread.tacv2', '19:c@thread.tacv2;messageid=7'],
  ['19:c@thread.tacv2;messageid=1', '19:c@thread.tacv2;messageid=1'],
  ['19:g@thread.v2', '19:g@thread.v2'],
  ['a:1', 'a:1'],
])('knows what a press on message 7 in %s will call its conversation', (conversation, expected) => {
  expect(conversationAround(conversation, '7')).toBe(expected);
});
