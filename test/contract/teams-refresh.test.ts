/** What stands around an answer in Teams: a refresh for each person's own card, citations, thumbs and what comes of them. */

import type { Bot, Feedback, Press } from '../../src/bot';
import type { Reply, Section } from '../../src/reply/reply';
import { stampReply } from '../../src/reply/stamp';
import { SILENT_BOT } from '../fixtures/a-bot';
import { FOUND_EN, FOUND_ZH, WORKED_EN } from '../fixtures/replies';
import { startTeams, type TeamsDriver } from './teams/driver';
import { BOT, CHANNEL, CHAT, PERSON, personBy, TENANT } from './teams/people';
import { type Activity, CARD, executeFault, NO_CARD } from './teams/rules';

const GROUP = '19:0123456789abcdef@thread.v2';
const STAMP = { case: 'A'.repeat(22), version: 3 };
const ANSWER = stampReply(FOUND_EN, STAMP);
const COLLEAGUE = personBy('colleague');

let driver: TeamsDriver;
let bot: { -readonly [Method in keyof Bot]: Bot[Method] };
let refreshed: Press[];
let feedbacks: Feedback[];

beforeEach(async () => {
  refreshed = [];
  feedbacks = [];
  bot = {
    ...SILENT_BOT,
    onMessage: async () => ({ reply: ANSWER }),
    async onRefresh(press) {
      refreshed.push(press);
      return stampReply(FOUND_ZH, STAMP);
    },
    async onFeedback(feedback) {
      feedbacks.push(feedback);
      return { ...WORKED_EN, summary: 'Thank you.' };
    },
  };
  driver = await startTeams({ bot });
  driver.fake.conversations.add(CHAT).add(GROUP).add(CHANNEL);
});
afterEach(() => driver.close());

async function send(parts: Activity): Promise<Response> {
  const response = await driver.send(JSON.stringify(driver.activity(parts)));
  await driver.settled();
  return response;
}

async function post(conversation: string): Promise<Activity> {
  await send({ conversation: { id: conversation }, text: '0xC004F074' });
  return [...driver.fake.messages.values()].at(-1)?.activity ?? {};
}

function cardOf({ attachments }: Activity): Activity {
  return Array.isArray(attachments) ? attachments[0].content : {};
}

function press(by: typeof PERSON, verb: string, data: unknown, trigger = 'manual'): Promise<Response> {
  const [message = ''] = driver.fake.messages.keys();
  const value = { action: { type: 'Action.Execute', verb, data }, trigger };
  const where = { from: by, conversation: { id: GROUP }, replyToId: message };
  return send({ type: 'invoke', name: 'adaptiveCard/action', ...where, value });
}

describe('a card that several people see', () => {
  test('asks for the card of whoever has asked, with the case and its state', async () => {
    expect(cardOf(await post(GROUP)).refresh).toEqual({
      action: {
        type: 'Action.Execute',
        verb: 'refresh',
        title: ANSWER.title,
        data: { v: 1, move: 'answer', locale: 'en', codes: ['0xC004F074'], ...STAMP },
      },
      userIds: [PERSON.id],
    });
  });

  test('and of whoever has pressed, on every way to draw it', async () => {
    await post(GROUP);
    bot.onPress = async () => ({ card: ANSWER });
    const { value } = await (await press(COLLEAGUE, 'follow-up', {})).json();
    const both = [COLLEAGUE.id, PERSON.id];
    expect(value.refresh.userIds).toEqual(both);
    const [drawn] = driver.fake.messages.values();
    expect(cardOf(drawn?.activity ?? {})).toMatchObject({ refresh: { userIds: both } });
    const place = JSON.stringify({
      serviceUrl: driver.fake.serviceUrl,
      conversation: GROUP,
      bot: BOT.id,
      tenant: TENANT,
    });
    await driver.messenger.redraw(place, drawn?.id ?? '', ANSWER);
    const [redrawn] = driver.fake.messages.values();
    expect(redrawn?.earlier).toHaveLength(2);
    expect(cardOf(redrawn?.activity ?? {})).toMatchObject({ refresh: { userIds: both } });
  });

  test('is brought up to date by nobody where it shows no case, and needs no refresh where one person sees it', async () => {
    expect(cardOf(await post(CHAT))).not.toHaveProperty('refresh');
    bot.onMessage = async () => ({ reply: FOUND_EN });
    expect(cardOf(await post(GROUP))).not.toHaveProperty('refresh');
  });

  test.each(['automatic', 'manual'])('is answered with the person’s own at a refresh that is %s', async (trigger) => {
    await post(GROUP);
    const payload = { v: 1, move: 'answer', ...STAMP };
    const answer = await (await press(COLLEAGUE, 'refresh', payload, trigger)).json();
    expect(executeFault(answer)).toBeUndefined();
    expect(answer).toMatchObject({
      type: CARD,
      value: { speak: FOUND_ZH.summary, refresh: { action: { data: STAMP } } },
    });
    expect(refreshed).toEqual([expect.objectContaining({ person: COLLEAGUE.id, conversation: GROUP, payload })]);
    // Nobody else's card changes by it.
    expect([...driver.fake.messages.values()].map(({ earlier }) => earlier)).toEqual([[]]);
  });

  test('stays as it is where there is no other for this person', async () => {
    await post(GROUP);
    bot.onRefresh = async () => undefined;
    const response = await press(COLLEAGUE, 'refresh', null, 'automatic');
    expect([response.status, (await response.json()).type]).toEqual([200, NO_CARD]);
  });
});

describe('an answer', () => {
  test('cites its sources and asks whether it has helped, and bears no label of generated content', async () => {
    const { entities, channelData } = await post(GROUP);
    const sources = FOUND_EN.sections.flatMap((section) => (section.kind === 'sources' ? section.sources : []));
    expect(entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        citation: sources.map(({ title, url }, index) => ({
          '@type': 'Claim',
          position: index + 1,
          appearance: {
            '@type': 'DigitalDocument',
            name: title,
            abstract: expect.stringContaining(title),
            ...(url !== undefined && { url }),
          },
        })),
      },
    ]);
    expect(channelData).toEqual({ feedbackLoop: { type: 'custom' } });
  });

  test('cites no more than Teams takes, and no title that would have to be cut', async () => {
    const sources = Array.from({ length: 30 }, (_, index) => ({
      title: index === 0 ? 'x'.repeat(81) : `Source ${index}`,
    }));
    const section: Section = { kind: 'sources', heading: 'Sources', sources };
    const reply: Reply = { ...ANSWER, sections: [section] };
    bot.onMessage = async () => ({ reply });
    const { entities } = await post(GROUP);
    expect(entities).toEqual([expect.objectContaining({ citation: expect.any(Array) })]);
    const [{ citation }] = entities as [{ citation: { position: number; appearance: { name: string } }[] }];
    expect(citation).toHaveLength(20);
    expect(citation[0]).toMatchObject({ position: 1, appearance: { name: 'Source 1' } });
  });

  test('has nothing of the kind where it is no answer', async () => {
    bot.onMessage = async () => ({ reply: WORKED_EN });
    const sent = await post(GROUP);
    expect([sent.entities, sent.channelData]).toEqual([undefined, undefined]);
  });
});

describe('a thumb', () => {
  const value = (reaction: unknown) => ({ actionName: 'feedback', actionValue: { reaction } });
  const thumb = (name: string, parts: Activity) =>
    send({ type: 'invoke', name, conversation: { id: GROUP }, replyToId: '17', ...parts });

  test.each([
    ['like', true],
    ['dislike', false],
  ])('that says "%s" is told to the bot, and thanked for', async (reaction, isHelpful) => {
    const response = await thumb('message/fetchTask', { value: { data: value(reaction) } });
    expect(await response.json()).toEqual({ task: { type: 'message', value: 'Thank you.' } });
    expect(feedbacks).toEqual([
      expect.objectContaining({ person: PERSON.id, conversation: GROUP, message: '17', isHelpful }),
    ]);
  });

  test('of a client with a form of its own is told too', async () => {
    const form = { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{"feedbackText":"great"}' } };
    const response = await thumb('message/submitAction', { value: form });
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(feedbacks).toEqual([expect.objectContaining({ message: '17', isHelpful: true })]);
    expect(JSON.stringify(feedbacks)).not.toContain('great');
  });

  test.each([
    ['nothing', { value: undefined }],
    ['another action', { value: { actionName: 'other' } }],
    ['a thumb to the side', { value: value('sideways') }],
    ['no message', { value: value('like'), replyToId: undefined }],
  ])('that carries %s counts for nothing', async (_what, parts) => {
    for (const name of ['message/fetchTask', 'message/submitAction']) {
      expect((await thumb(name, parts)).status).toBe(200);
    }
    expect(feedbacks).toEqual([]);
  });
});
