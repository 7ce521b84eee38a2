/** Posts that a process had begun whose end nobody recorded. */

import { SendFailure } from '../../../src/outbox/messenger';
import type { EffectState } from '../../../src/store/ports';
import { UNREACHABLE } from './fake-platform';
import { createWorld, tryOnce, type World } from './world';

let world: World;
afterEach(() => world.store.close());

/** A post that was begun and left alone, with its lease run out. */
async function leaveBegun(readsBack: boolean): Promise<void> {
  world = await createWorld({ readsBack });
  await world.add(world.effect('notice'));
  for (const effect of await world.store.claimEffects({ leaseMs: 1, limit: 1, perTenant: 1, except: [] }))
    await world.store.beginEffect(effect);
  world.clock.advance(1);
}

/** Tries what is due, and tells what has become of the post. */
async function stateAfterTry(): Promise<EffectState | undefined> {
  await tryOnce(world.parts);
  return world.store.findEffectState(world.effect('notice').key);
}

it('are not sent again, but listed as unknown, where nobody can look', async () => {
  await leaveBegun(false);
  expect(await stateAfterTry()).toBe('unknown');
  expect(world.platform.posts).toEqual([]);
  expect(world.log).toMatchObject([{ level: 'error', fields: { code: 'interrupted' } }]);
});

it('are looked for later, which counts as a try, where looking fails', async () => {
  await leaveBegun(true);
  world.platform.plan({ call: 'findPosted', error: UNREACHABLE });
  expect(await stateAfterTry()).toBe('queued');
  expect(world.platform.posts).toEqual([]);
  expect(world.log).toMatchObject([{ level: 'warn', fields: { attempt: 2, code: 'ECONNREFUSED' } }]);
});

it('are known not to be there once somebody has looked and the platform refuses them', async () => {
  await leaveBegun(true);
  world.platform.plan({ call: 'post', error: new SendFailure('refused', 'channel_not_found') });
  expect(await stateAfterTry()).toBe('refused');
  expect(world.platform.looks).toHaveLength(1);
});
