/** What was stored is said by the next process as the first one would have said it, of what it may know. */

import { createBot, createComposer, createFresh, type Inbound } from '../../../src/bot';
import type { Outgoing } from '../../../src/outbox/outgoing';
import { createResolver } from '../../../src/resolver/resolve';
import type { Store } from '../../../src/store/ports';
import { QUIET_MESSENGER } from '../../fixtures/a-messenger';
import { LISTENING } from '../../fixtures/manners';
import { openMemoryStore } from '../../per-worker/memory-store';
import { knowledge, NOW, post } from './harness';

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

function life() {
  const parts = {
    ...{ knowledge, resolver: createResolver(knowledge), store, defaultLocale: 'en' as const, fresh: createFresh() },
    ...{ defaults: () => LISTENING, now: () => NOW, messenger: () => QUIET_MESSENGER },
    ...{ hasTickets: false, onEffects() {}, keepRoom: () => ({ fill() {} }) },
  };
  return { bot: createBot(parts), composer: createComposer(parts) };
}

async function claimed() {
  const claim = { leaseMs: 30_000, limit: 10, perTenant: 10, except: [] };
  return (await store.claimEffects(claim)).filter(({ kind }) => kind === 'answer' || kind === 'words');
}

/** The answer of the life that has taken the post, and what the next one makes of what it finds. */
async function answerOver(inbound: Inbound): Promise<{ said: unknown; found: Outgoing | undefined; stored: string }> {
  const answer = await life().bot.onMessage(inbound);
  const [effect, ...others] = await claimed();
  if (effect === undefined || others.length > 0) throw new Error(`${others.length} effects too many, or none`);
  return { said: answer?.reply, found: await life().composer.compose(effect), stored: JSON.stringify(effect) };
}

const WORDS = ['hi', 'why is the printer on fire?', 'reprot', 'settings', 'my cases', 'home', 'report'];

it.each(WORDS)('says “%s” the same, to a mention and in a private chat', async (text) => {
  for (const door of ['mention', 'dm'] as const) {
    const inbound = post(text, {
      door,
      message: door,
      conversation: door,
      ...(door === 'mention' ? { channel: 'C1' } : {}),
    });
    const { said, found } = await answerOver(inbound);
    expect(found).toEqual({ kind: 'post', place: inbound.place, reply: said });
  }
});

it('says until when somebody is muted, without muting them again', async () => {
  const { said, found } = await answerOver(post('mute 1h', { door: 'dm' }));
  expect(found).toMatchObject({ reply: said });
});

it('answers a code the same, in the thread, for its asker', async () => {
  const inbound = post('it says 0xC004F074');
  const { said, found } = await answerOver(inbound);
  expect(found).toEqual({ kind: 'post', place: inbound.place, role: 'answer', asker: inbound.person, reply: said });
});

it('still tells of files that it could not read', async () => {
  const files = [{ name: 'setup.log', read: async () => ({ refusal: 'too-large' as const }) }];
  const { said, found } = await answerOver(post('0xC004F074', { door: 'mention', files }));
  expect(found).toMatchObject({ reply: said });
  expect(JSON.stringify(said)).toContain('"warning"');
});

it('does without what is never stored: the name of a host in pasted output', async () => {
  const output = 'KMS machine name from DNS: kms7.corp.example:1688\n0xC004F074';
  const { said, found, stored } = await answerOver(post(output, { door: 'mention' }));
  expect(JSON.stringify(said)).toContain('kms7.corp.example');
  expect(JSON.stringify(found)).not.toContain('kms7.corp.example');
  expect(stored).not.toContain('kms7');
});

it('keeps nothing of a text but what the bot made of it', async () => {
  const { stored } = await answerOver(post('our printer-7 says nothing', { door: 'dm' }));
  expect(stored).not.toMatch(/printer|says nothing/);
});

it('leaves alone what another release has written', async () => {
  await life().bot.onMessage(post('hi', { door: 'dm' }));
  const [effect] = await claimed();
  if (effect === undefined) throw new Error('no effect');
  for (const note of [undefined, 'no json', '{"words":{"say":"anything"}}', '{"text":"x"}']) {
    const { note: _known, ...rest } = effect;
    expect(await life().composer.compose({ ...rest, ...(note === undefined ? {} : { note }) })).toBeUndefined();
  }
});
