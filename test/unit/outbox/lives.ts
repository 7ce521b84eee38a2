/** Runs workers that die, one after the other, and tells what is wrong in the end, as people see it. */

import { createOutboxWorker } from '../../../src/outbox/worker';
import type { EffectKind, EffectState, Outbox, Store } from '../../../src/store/ports';
import { type Mishap, TIMEOUT } from './fake-platform';
import { createFate, type Fate, fatalCallOf, isDead, shareFate } from './mortal';
import { createWorld, type World } from './world';

const LEASE_MS = 30_000;
const POSTS: readonly EffectKind[] = ['triage', 'notice', 'copy', 'digest'];

/** What waits in the outbox, and what the platform does to it. */
export interface Scenario {
  readonly name: string;
  readonly kinds: readonly EffectKind[];
  readonly mishaps: readonly Mishap[];
}

/** Where it happens. */
export interface Setting {
  readonly store: Store;
  readonly readsBack: boolean;
}

/** The names of all calls in an undisturbed life. */
export async function callsOf(scenario: Scenario, setting: Setting): Promise<readonly string[]> {
  const fate = createFate();
  await live(await begin(scenario, setting), fate);
  return fate.calls;
}

/** How the first effect of the scenario ends when a worker has this fate and another one comes after it. */
export async function endOf(
  scenario: Scenario,
  setting: Setting,
  fate: Fate,
): Promise<{ readonly state: EffectState | undefined; readonly posts: number }> {
  const world = await begin(scenario, setting);
  await liveOneByOne(world, [fate, createFate()]);
  const [kind = 'triage'] = scenario.kinds;
  const { key } = world.effect(kind);
  return { state: await setting.store.findEffectState(key), posts: countPosts(world, key) };
}

/** What is wrong after these lives. Only a message that was in doubt may end as unknown. */
export async function faultsAfter(scenario: Scenario, setting: Setting, fates: readonly Fate[]): Promise<string[]> {
  const world = await begin(scenario, setting);
  const unfinished = await liveOneByOne(world, fates);
  const isLost = hasLostAnswer(scenario, fates);
  const faults = await findFaults(
    world,
    scenario,
    (kind) => isDoubtful(kind, setting) && (isLost || unfinished.has(world.effect(kind).key)),
  );
  return faults.map((fault) => `${fault}; ${fates.map(tellFate).join(', then ')}`);
}

async function begin({ kinds, mishaps }: Scenario, setting: Setting): Promise<World> {
  const world = await createWorld(setting);
  world.platform.plan(...mishaps);
  await world.add(...kinds.map((kind) => world.effect(kind)));
  return world;
}

/** Tells which effects the lives left unfinished. */
async function liveOneByOne(world: World, fates: readonly Fate[]): Promise<ReadonlySet<string>> {
  const unfinished = new Set<string>();
  for (const fate of fates) {
    for (const key of await live(world, fate)) unfinished.add(key);
    if (isDead(fate)) world.clock.advance(LEASE_MS);
  }
  return unfinished;
}

/** One life: until death, or until nothing is left to send. */
async function live(world: World, fate: Fate): Promise<ReadonlySet<string>> {
  const unfinished = new Set<string>();
  const messenger = shareFate(world.platform.messenger, fate);
  const worker = createOutboxWorker({
    ...world.parts,
    store: shareFate(keepBooks(world.store, unfinished), fate),
    composer: shareFate(world.composer, fate),
    messengers: () => messenger,
    tickets: shareFate(world.platform.tickets, fate),
  });
  worker.start();
  await world.runOut(() => isDead(fate));
  if (!isDead(fate)) await worker.close();
  return unfinished;
}

/** The store, with what was begun and not brought to an end written into `unfinished`. */
function keepBooks(
  store: Store,
  unfinished: Set<string>,
): Pick<Outbox, 'claimEffects' | 'beginEffect' | 'finishEffect' | 'releaseEffects' | 'nextDueInMs' | 'listUnfinished'> {
  return {
    claimEffects: (claim) => store.claimEffects(claim),
    async beginEffect(effect) {
      const isOurs = await store.beginEffect(effect);
      if (isOurs) unfinished.add(effect.key);
      return isOurs;
    },
    async finishEffect(effect, ...values) {
      const result = await store.finishEffect(effect, ...values);
      if (result === 'recorded') unfinished.delete(effect.key);
      return result;
    },
    releaseEffects: (effects) => store.releaseEffects(effects),
    nextDueInMs: () => store.nextDueInMs(),
    listUnfinished: (limit) => store.listUnfinished(limit),
  };
}

async function findFaults(
  world: World,
  { kinds }: Scenario,
  isInDoubt: (kind: EffectKind) => boolean,
): Promise<string[]> {
  const { redraws, removals, marks, deliveries } = world.platform;
  const faults: string[] = [];
  const expectThat = (isRight: boolean, fault: string) => isRight || faults.push(fault);
  for (const kind of kinds) {
    const { key } = world.effect(kind);
    const state = await world.store.findEffectState(key);
    const posts = countPosts(world, key);
    expectThat(state === 'sent' || (state === 'unknown' && isInDoubt(kind)), `${kind} ended as ${state}`);
    expectThat(posts <= 1, `${kind} posted ${posts} times`);
    if (POSTS.includes(kind) && state === 'sent') expectThat(posts === 1, `${kind} lost`);
    if (kind === 'webhook') expectThat(deliveries.includes(key), 'webhook lost');
    if (kind === 'remove') expectThat(removals.length > 0, 'removal lost');
    if (kind === 'mark') expectThat(marks.size > 0, 'mark lost');
    if (kind === 'redraw' || kind === 'triage') expectThat(redraws.length > 0, 'redraw lost');
    if (kind === 'triage') {
      const cards = await world.triageCards();
      expectThat(cards.length === (state === 'sent' ? 1 : 0), `${cards.length} cards at the help desk`);
    }
  }
  expectThat((await world.store.nextDueInMs()) === undefined, 'something is still to be sent');
  return faults;
}

function countPosts({ platform }: World, key: string): number {
  return platform.posts.filter((post) => post.key === key).length;
}

/** A kind of message that nobody can look for after a death in the middle. */
function isDoubtful(kind: EffectKind, { readsBack }: Setting): boolean {
  return kind === 'copy' || (POSTS.includes(kind) && !readsBack);
}

/** A call whose end nobody knows, without anybody's death. */
function hasLostAnswer({ mishaps }: Scenario, fates: readonly Fate[]): boolean {
  const failed = fates.filter(({ kind }) => kind === 'fails').map(fatalCallOf);
  return mishaps.some(({ error }) => error === TIMEOUT) || failed.some((call) => /^claimEffects|^post/.test(call));
}

function tellFate(fate: Fate): string {
  const { kind, moment, fatalCall } = fate;
  return fatalCall === 0 ? 'lives on' : `${kind} ${moment} call ${fatalCall}, ${fatalCallOf(fate)}`;
}
