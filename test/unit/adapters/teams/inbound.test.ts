import { activitySchema, type TeamsActivity } from '../../../../src/adapters/teams/activity';
import { isFromBot, toInbound, toPress, toSubmission } from '../../../../src/adapters/teams/inbound';

const BOT = { id: '28:bot', name: 'Hexfix' };
const MENTION = { type: 'mention', text: '<at>Hexfix</at>', mentioned: BOT };

const PLACE =
  '{"serviceUrl":"https://smba.trafficmanager.net/amer/","conversation":"a:1","bot":"28:bot","tenant":"tenant-of-chat"}';

function activity(parts: Readonly<Record<string, unknown>> = {}): TeamsActivity {
  return activitySchema.parse({
    type: 'message',
    id: '1700000000001',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/amer/',
    from: { id: '29:ana', name: 'Ana' },
    recipient: BOT,
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'tenant-of-chat' },
    text: 'hello',
    ...parts,
  });
}

function channel(parts: Readonly<Record<string, unknown>> = {}): TeamsActivity {
  return activity({ conversation: { id: '19:c;messageid=1', conversationType: 'channel', isGroup: true }, ...parts });
}

test('carries the ids as Teams wrote them', () => {
  expect(toInbound(activity())).toEqual({
    platform: 'teams',
    door: 'dm',
    tenant: 'tenant-of-chat',
    conversation: 'a:1',
    message: '1700000000001',
    place: PLACE.replace('}', ',"replyTo":"1700000000001"}'),
    person: '29:ana',
    text: 'hello',
  });
});

test('takes the tenant of the conversation, not that of whoever writes from elsewhere, and bears that there is none', () => {
  expect(toInbound(activity({ channelData: { tenant: { id: 'tenant-of-data' } } })).tenant).toBe('tenant-of-chat');
  expect(toInbound(channel()).tenant).toBe('');
});

test('takes two posts without ids for two posts', () => {
  expect(toInbound(activity({ id: undefined })).message).not.toBe(toInbound(activity({ id: undefined })).message);
});

test.each([
  ['a personal chat', activity(), 'dm'],
  ['a chat that tells no type', activity({ conversation: { id: 'a:1' } }), 'dm'],
  ['a group that tells no type', activity({ conversation: { id: 'a:1', isGroup: true } }), 'message'],
  ['a group chat', activity({ conversation: { id: '19:g', conversationType: 'groupChat' } }), 'message'],
  ['a channel', channel(), 'message'],
  ['a channel with a mention of the bot', channel({ entities: [MENTION] }), 'mention'],
  [
    'a channel with a mention of a person',
    channel({ entities: [{ ...MENTION, mentioned: { id: '29:bo' } }] }),
    'message',
  ],
])('knows the door of %s', (_where, from, door) => {
  expect(toInbound(from).door).toBe(door);
});

test.each([
  ['in front', '<at>Hexfix</at> what is 0x1', [MENTION], 'what is 0x1'],
  ['behind', 'what is 0x1 <at>Hexfix</at>', [MENTION], 'what is 0x1'],
  ['between words', 'a<at>Hexfix</at>b', [MENTION], 'a b'],
  ['twice', '<at>Hexfix</at> <at>Hexfix</at> 0x1', [MENTION, MENTION], '0x1'],
  ['alone', '<at>Hexfix</at>', [MENTION], ''],
  ['without its spelling', '<at>Hexfix</at> 0x1', [{ type: 'mention', mentioned: BOT }], '0x1'],
  ['with an empty spelling', 'a b', [{ ...MENTION, text: '' }], 'a b'],
  [
    'with signs that patterns know',
    '<at>He$&x (1)</at> $& 0x1',
    [{ ...MENTION, text: '<at>He$&x (1)</at>' }],
    '$& 0x1',
  ],
  [
    'beside a mention of a person',
    '<at>Hexfix</at> ask <at>Bo</at>',
    [MENTION, { type: 'mention', text: '<at>Bo</at>', mentioned: { id: '29:bo' } }],
    'ask <at>Bo</at>',
  ],
])('takes the bot’s own mention out: %s', (_where, text, entities, expected) => {
  expect(toInbound(channel({ text, entities })).text).toBe(expected);
});

test.each([
  ['plain', [{ contentType: 'text/html', content: '<p>rich</p>' }], 'plain'],
  ['', [{ contentType: 'text/html', content: '<p>rich</p>' }], '<p>rich</p>'],
  ['  ', [{ contentType: 'text/html', content: '<p>rich</p>' }], '<p>rich</p>'],
  [
    null,
    [
      { contentType: 'image/png', contentUrl: 'https://x.example' },
      { contentType: 'text/html', content: '<p>rich</p>' },
    ],
    '<p>rich</p>',
  ],
  ['', [{ contentType: 'text/html', content: { not: 'text' } }], ''],
  ['', [], ''],
])('reads the text %j with attachments as %#', (text, attachments, expected) => {
  expect(toInbound(activity({ text, attachments })).text).toBe(expected);
});

test('takes the language of the activity before that of the client', () => {
  const entities = [{ type: 'clientInfo', locale: 'zh-CN' }];
  expect(toInbound(activity({ locale: 'en-GB', entities })).platformLocale).toBe('en-GB');
  expect(toInbound(activity({ entities })).platformLocale).toBe('zh-CN');
  expect(toPress(activity({ entities }), {}).platformLocale).toBe('zh-CN');
});

test('hands a press’s payload on as it is', () => {
  const payload = { any: ['thing'] };
  expect(toPress(activity(), payload)).toEqual({
    platform: 'teams',
    tenant: 'tenant-of-chat',
    conversation: 'a:1',
    place: PLACE,
    person: '29:ana',
    payload,
  });
  expect(toPress(activity({ replyToId: '1700000000002' }), payload).message).toBe('1700000000002');
});

test('hands a form on as it is, from the verified place', () => {
  const sent = { token: ['any'], values: { details: 'x' } };
  expect(toSubmission(activity(), sent)).toEqual({
    platform: 'teams',
    tenant: 'tenant-of-chat',
    conversation: 'a:1',
    place: PLACE,
    person: '29:ana',
    ...sent,
  });
});

test.each([
  ['a person', { id: '29:ana' }, false],
  ['a person with a role', { id: '29:ana', role: 'user' }, false],
  ['another bot', { id: '28:other' }, true],
  ['a bot by its role', { id: '29:x', role: 'bot' }, true],
  ['a skill', { id: '29:x', role: 'skill' }, true],
  ['itself', BOT, true],
])('knows whether %s is a bot', (_who, from, expected) => {
  expect(isFromBot(activity({ from }))).toBe(expected);
});
