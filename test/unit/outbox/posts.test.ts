/** What a messenger is given with a post, and what is remembered of it. */

import type { Messenger } from '../../../src/outbox/messenger';
import type { Outgoing } from '../../../src/outbox/outgoing';
import { FOUND_EN } from '../../fixtures/replies';
import { createWorld, tryOnce, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.store.close());

/** Sends this in the place of an effect's usual content. */
async function send(outgoing: Outgoing, changes: Partial<Messenger> = {}): Promise<void> {
  const { parts, platform, composer } = world;
  await world.add(world.effect(outgoing.kind === 'private' ? 'copy' : 'notice'));
  await tryOnce({
    ...parts,
    composer: { ...composer, compose: async () => outgoing },
    messengers: () => ({ ...platform.messenger, ...changes }),
  });
}

it.each(['somebody', undefined])('tells the messenger whose question a post answers: %s', async (asker) => {
  const post = jest.fn(world.platform.messenger.post);
  await send({ kind: 'post', place: 'here', reply: FOUND_EN, ...(asker !== undefined && { asker }) }, { post });
  const { key } = world.effect('notice');
  expect(post.mock.calls).toMatchObject([['here', FOUND_EN, { key, asker }]]);
});

it('tells the messenger whom a private message is for, and where they were seen', async () => {
  const postPrivately = jest.fn(world.platform.messenger.postPrivately);
  await send({ kind: 'private', near: 'here', person: 'somebody', reply: FOUND_EN }, { postPrivately });
  expect(postPrivately.mock.calls).toMatchObject([['here', 'somebody', FOUND_EN, { key: world.effect('copy').key }]]);
});

it.each<[string, Outgoing, readonly string[]]>([
  ['an answer', { kind: 'post', place: 'here', reply: FOUND_EN, role: 'answer' }, ['answer']],
  ['words', { kind: 'post', place: 'here', reply: FOUND_EN }, []],
  ['a private answer', { kind: 'private', near: 'here', person: 'u', reply: FOUND_EN }, ['answer']],
  ['news in private', { kind: 'private', near: 'here', person: 'u', reply: FOUND_EN, isNews: true }, []],
])('remembers as a card of the case what shows it: %s', async (_what, outgoing, roles) => {
  await send(outgoing);
  expect(world.platform.posts).toHaveLength(1);
  expect((await world.cards()).map(({ role }) => role)).toEqual(roles);
});

it('looks for no private message, as nobody knows which chat it went to', async () => {
  const findPosted = jest.fn(world.platform.messenger.findPosted);
  world.platform.plan({ call: 'postPrivately', error: new Error('lost'), isDone: true });
  await send({ kind: 'private', near: 'here', person: 'somebody', reply: FOUND_EN }, { findPosted });
  expect(findPosted).not.toHaveBeenCalled();
});

it('tells the messenger that a post bears no other mark of ours', async () => {
  const mark = jest.fn(async () => undefined);
  await send({ kind: 'mark', place: 'here', message: 'm', mark: 'solved', isFirst: true }, { mark });
  expect(mark.mock.calls).toEqual([['here', 'm', 'solved', true]]);
});
