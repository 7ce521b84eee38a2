/**
 * One organization asks for what belongs to another one, by each method of the store. Whatever belongs to an organization
 * here bears its name, so that what gets out shows.
 */

import type { CaseHead } from '../../../src/cases/case';
import type { CaseCard, Effect, NewEffect, SettingsScope, Store } from '../../../src/store/ports';
import { aCase, aMove, anEffect, anOutcome, aRedraw, KMS_UNREACHABLE, NOTHING_ELSE, NOW, TRIAGE_CARD } from './values';

export interface Organization {
  readonly platform: string;
  readonly tenant: string;
  readonly head: CaseHead;
  readonly card: CaseCard;
  readonly channel: SettingsScope;
  readonly effects: readonly NewEffect[];
}

/** Asks, and gives what came back. */
type Probe = (store: Store, asker: Organization, other: Organization) => Promise<unknown>;

/** Why a method is not told for whom it works. */
interface Exempt {
  readonly because: string;
}

const BY_HASH: Exempt = { because: 'asks by a hash that holds the organization, or that nobody else can know' };
const OF_ALL: Exempt = { because: 'serves all organizations, and nobody asks it in the name of one' };
const NO_ROWS: Exempt = { because: 'touches nothing that belongs to an organization' };

/** The other organization's effect, which somebody sends, in the name of this one. */
function stolen(asker: Organization, other: Organization): Effect {
  const [effect] = other.effects;
  if (effect === undefined) throw new Error('every organization has an effect');
  return { ...effect, tenant: asker.tenant, attempt: 1, lease: 1, hasTurn: false, interrupted: false };
}

export const PROBES: { readonly [Method in keyof Store]: Probe | Exempt } = {
  claimDelivery: BY_HASH,
  releaseDelivery: BY_HASH,
  claimCooldown: BY_HASH,
  saveState: BY_HASH,
  takeState: BY_HASH,
  findCaseOfPost: BY_HASH,
  forgetPost: BY_HASH,
  findEffectState: BY_HASH,
  redeliver: BY_HASH,
  takeTurns: BY_HASH,
  takeTurn: BY_HASH,

  claimEffects: OF_ALL,
  endLeases: OF_ALL,
  nextDueInMs: OF_ALL,
  listUnfinished: OF_ALL,
  outboxStats: OF_ALL,
  listInstallations: OF_ALL,
  prune: OF_ALL,

  ping: NO_ROWS,
  clockSkewMs: NO_ROWS,
  close: NO_ROWS,

  findSettings: (store, { tenant }, { channel }) =>
    store.findSettings([
      { ...channel, tenant },
      { ...channel, tenant, level: 'tenant', subject: '' },
    ]),
  changeSettings: (store, { tenant }, { channel }) =>
    store.changeSettings({ ...channel, tenant }, { language: 'zh-CN' }, NOW),
  listSettings: async (store, { platform, tenant }, other) =>
    (await store.listSettings(platform, tenant)).filter(({ scope }) => scope.subject === other.channel.subject),

  openCase: (store, { tenant }, { head }) => store.openCase({ ...head, tenant }, `again ${head.id}`, NOTHING_ELSE),
  findCase: (store, { tenant }, { head }) => store.findCase(tenant, head.id),
  findCaseOfCard: (store, { tenant }, { card }) => store.findCaseOfCard(tenant, card.conversation, card.message),
  findCasesOf: (store, { platform, tenant }, { head }) => store.findCasesOf(platform, tenant, head.asker, 10),
  appendMove: (store, { tenant }, { head }) =>
    store.appendMove(tenant, head.id, { move: aMove(2), effects: [], outcomes: [] }),
  addCard: (store, { tenant }, { head }) => store.addCard(tenant, head.id, TRIAGE_CARD),
  removeCard: (store, { tenant }, { head, card }) => store.removeCard(tenant, head.id, card.message),

  addEffects: (store, { tenant }, { effects }) =>
    store.addEffects(effects.map((effect) => ({ ...effect, tenant, version: 9 }))).catch(ignoreRefusal),
  beginEffect: (store, asker, other) => store.beginEffect(stolen(asker, other)),
  finishEffect: (store, asker, other) => store.finishEffect(stolen(asker, other), { kind: 'sent', card: TRIAGE_CARD }),
  releaseEffects: (store, asker, other) => store.releaseEffects([stolen(asker, other)]),
  listEffects: (store, { tenant }) => store.listEffects({ tenant, olderThanMs: -1, limit: 100 }),

  countOutcomes: (store, { platform, tenant }) => store.countOutcomes([anOutcome({ platform, tenant })]),
  sumOutcomes: async (store, { tenant }, other) =>
    (await store.sumOutcomes(0, tenant)).filter(({ step }) => step.includes(other.tenant)),

  findInstallation: (store, { platform, tenant }) => store.findInstallation(platform, tenant),
  saveInstallation: (store, { platform, tenant }) =>
    store.saveInstallation({ platform, tenant, isOrganization: false, sealed: `sealed of ${tenant}` }, NOW),
  reseal: (store, { platform, tenant }, other) =>
    store.reseal(platform, tenant, `sealed of ${other.tenant}`, 'somebody else’s'),
  deleteInstallation: (store, { platform, tenant }) => store.deleteInstallation(platform, tenant),
  purge: (store, { platform, tenant }) => store.purge(platform, tenant, NOW),
};

/** PostgreSQL itself refuses to touch a row that it does not show; nothing has happened then. */
function ignoreRefusal(error: unknown): void {
  if (!/row-level security/.test(String(error))) throw error;
}

/** Something in every table that tells whose it is. */
export async function foundOrganization(store: Store, tenant: string, platform = 'slack'): Promise<Organization> {
  const of = (what: string) => `${what} of ${tenant}`;
  const places = { conversation: of('conversation'), place: of('place'), channel: of('channel'), asker: of('asker') };
  const head = aCase({ platform, tenant, ...places });
  const card: CaseCard = {
    role: 'answer',
    conversation: of('conversation'),
    place: of('place'),
    message: of('message'),
  };
  const channel: SettingsScope = { platform, tenant, level: 'channel', subject: of('channel') };
  const effects = [anEffect(head), aRedraw(head)].map((effect) => ({
    ...effect,
    key: of(effect.key),
    place: of('place'),
  }));
  await store.openCase(head, of('post'), { effects, outcomes: [], cards: [card] });
  const outcomes = [anOutcome({ platform, tenant, step: of('step'), code: KMS_UNREACHABLE })];
  await store.appendMove(tenant, head.id, { move: aMove(1, { details: of('details') }), effects: [], outcomes });
  await store.changeSettings(channel, { language: 'en' }, NOW);
  await store.changeSettings({ ...channel, level: 'tenant', subject: '' }, { mode: 'off' }, NOW);
  await store.saveInstallation({ platform, tenant, isOrganization: false, sealed: of('sealed') }, NOW - 1);
  // One is being sent, and one was: the same intent once more would send it again.
  for (const effect of await store.claimEffects({ leaseMs: 60_000, limit: 100, perTenant: 100, except: [] }))
    if (effect.kind === 'redraw') await store.finishEffect(effect, { kind: 'sent' });
  return { platform, tenant, head, card, channel, effects };
}

/** All that the store has of an organization, as it sees it itself. */
export async function lookAt(store: Store, { platform, tenant, head, card, effects }: Organization): Promise<unknown> {
  return {
    cases: await store.findCasesOf(platform, tenant, head.asker, 100),
    ofCard: await store.findCaseOfCard(tenant, card.conversation, card.message),
    settings: await store.listSettings(platform, tenant),
    installation: await store.findInstallation(platform, tenant),
    effects: await store.listEffects({ tenant, olderThanMs: -1, limit: 100 }),
    states: await Promise.all(effects.map(({ key }) => store.findEffectState(key))),
    outcomes: await store.sumOutcomes(0, tenant),
  };
}

/** What of the other organization is in an answer, in words; nothing when all is well. */
export function findLeak(answer: unknown, other: Organization): string | undefined {
  const text = JSON.stringify(answer) ?? '';
  return text.includes(other.tenant) || text.includes(other.head.id) ? text : undefined;
}
