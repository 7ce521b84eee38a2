import { readEvent } from '../../../../src/adapters/slack/inbound';
import { changeEvent, joinEvent, mentionEvent, messageEvent, type Written } from '../../../fixtures/slack/payloads';
import { WORKSPACE } from '../../../fixtures/slack/workspace';

const { team, channel, dm, person, bot } = WORKSPACE;
const ENVELOPE = { team_id: team };

function write(text: string, where: Partial<Written> = {}): Written {
  return { text, ts: '1760000000.000100', channel, ...where };
}

function read(event: Readonly<Record<string, unknown>>) {
  return readEvent(ENVELOPE, event, bot.user);
}

describe('a post', () => {
  test('carries Slack’s ids as they are', () => {
    expect(read(messageEvent(write('0xC004F074', { thread: '1750000000.000100' })))).toEqual({
      kind: 'post',
      place: { channel, thread: '1750000000.000100', tenant: team },
      inbound: {
        platform: 'slack',
        door: 'message',
        tenant: team,
        conversation: channel,
        channel,
        message: '1760000000.000100',
        thread: '1750000000.000100',
        place: JSON.stringify({ channel, thread: '1750000000.000100', tenant: team }),
        person,
        text: '0xC004F074',
      },
    });
  });

  test('opens its own thread when it stands in none', () => {
    expect(read(messageEvent(write('0xC004F074')))).toMatchObject({ place: { thread: '1760000000.000100' } });
  });

  test.each([
    ['im', 'dm'],
    ['channel', 'message'],
    ['group', 'message'],
    ['mpim', 'message'],
  ])('in a conversation of type %s comes by the door %s', (channel_type, door) => {
    expect(read({ ...messageEvent(write('hi')), channel_type })).toMatchObject({ inbound: { door } });
  });

  test('keeps Slack’s markup, which is for detection to see through', () => {
    const text = '```0xC004F074``` <https://example.com|0x8007232B> &amp;';
    expect(read({ ...messageEvent(write('')), text })).toMatchObject({ inbound: { text } });
  });
});

describe('a mention', () => {
  test.each([
    ['<@U0HEXFIX> 0xC004F074', '0xC004F074'],
    ['<@U0HEXFIX|hexfix> 0xC004F074', '0xC004F074'],
    ['what is 0xC004F074 <@U0HEXFIX>', 'what is 0xC004F074'],
    ['<@U0HEXFIX><@U0HEXFIX>', ''],
    ['<@U0PERSON> and <@U0HEXFIX>: 0xC004F074', '<@U0PERSON> and  : 0xC004F074'],
    ['0xC004F074<@U0HEXFIX>0x8007232B', '0xC004F074 0x8007232B'],
  ])('in %j leaves %j', (text, left) => {
    expect(read({ ...mentionEvent(write('')), text })).toMatchObject({ inbound: { text: left } });
  });

  test('asks for the same whichever of its two events comes', () => {
    const post = write(`<@${bot.user}> help`);
    expect(read(messageEvent(post))).toEqual(read(mentionEvent(post)));
  });

  test('in a direct message stays a direct message', () => {
    expect(read(messageEvent(write(`<@${bot.user}> hi`, { channel: dm })))).toMatchObject({
      inbound: { door: 'dm', text: 'hi' },
    });
  });

  test('of somebody else is none of the bot', () => {
    expect(read(messageEvent(write('<@U0HEXFIX2> hi')))).toMatchObject({ inbound: { door: 'message' } });
  });

  test('that an edit has put in is an edit', () => {
    expect(read({ ...mentionEvent(write('hi')), edited: { user: person, ts: '1' } })).toMatchObject({ kind: 'edit' });
  });
});

describe('an edit', () => {
  test('tells of the post, not of itself', () => {
    const before = write('0xC004F074', { thread: '1750000000.000100' });
    expect(read(changeEvent(before, '0x8007232B'))).toMatchObject({
      kind: 'edit',
      place: { thread: '1750000000.000100' },
      inbound: { message: before.ts, person, text: '0x8007232B' },
    });
  });

  test('is ignored when the text has not changed, or the bot wrote it', () => {
    expect(read(changeEvent(write('0xC004F074'), '0xC004F074'))).toBeUndefined();
    expect(read(changeEvent(write('a', { user: bot.user, botId: bot.id }), 'b'))).toBeUndefined();
  });
});

test.each([
  ['the bot itself, even without a bot_id', { user: bot.user }],
  ['another bot', { botId: 'B0OTHER' }],
])('a post of %s is ignored', (_what, author) => {
  expect(read(messageEvent(write('0xC004F074', author)))).toBeUndefined();
  expect(read(mentionEvent(write(`<@${bot.user}> 0xC004F074`, author)))).toBeUndefined();
});

describe('an arrival', () => {
  test('of the bot names channel and inviter', () => {
    expect(read(joinEvent(bot.user))).toEqual({ kind: 'arrival', tenant: team, channel, inviter: person });
  });

  test('of anybody else is ignored', () => {
    expect(read(joinEvent(person))).toBeUndefined();
  });
});

test.each([
  ['no event', undefined],
  ['an unknown event', { type: 'reaction_added' }],
  ['a post without a channel', { ...messageEvent(write('hi')), channel: undefined }],
  ['a post of a kind of conversation that nobody knows', { ...messageEvent(write('hi')), channel_type: 'planet' }],
  ['an edit without a message', { ...changeEvent(write('a'), 'b'), message: null }],
])('%s is ignored', (_what, event) => {
  expect(readEvent(ENVELOPE, event, bot.user)).toBeUndefined();
});

test('an event from nowhere is ignored', () => {
  expect(readEvent({}, messageEvent(write('hi')), bot.user)).toBeUndefined();
});
