/** Cases, moves and effects for the store's contract. Every case has an id of its own, so that tests share a database. */

import { randomBytes } from 'node:crypto';
import type { CaseHead, CaseMove } from '../../../src/cases/case';
import { toErrorCode } from '../../../src/code/error-code';
import type {
  Append,
  CaseCard,
  Effect,
  EffectResult,
  NewEffect,
  Outcome,
  SettingsScope,
  Store,
} from '../../../src/store/ports';

export const DAY_MS = 24 * 60 * 60 * 1000;
export const NOW = Date.UTC(2026, 10, 22);
export const KMS_UNREACHABLE = toErrorCode(0xc004f074);
export const DNS_NAME = toErrorCode(0x8007232b);
export const NOTHING_ELSE: Pick<Append, 'effects' | 'outcomes'> = { effects: [], outcomes: [] };

/** The settings of somebody, whose key may be anything. */
export function ofPerson(subject: string): SettingsScope {
  return { platform: 'slack', tenant: 'T1', level: 'person', subject };
}

/** The language that somebody has chosen. */
export async function languageOf(store: Store, person: string): Promise<string | undefined> {
  const [settings] = await store.findSettings([ofPerson(person)]);
  return settings?.language;
}

/** The store's clock, for whoever opens one: it stands still until a test moves it. */
export const clock = (): number => timeMs;
let timeMs = NOW;

export function setTime(nowMs: number): void {
  timeMs = nowMs;
}

const LEASE_MS = 30_000;
const FOREVER_MS = NOW + 10_000 * DAY_MS;

export function aCase(rest: Partial<CaseHead> = {}): CaseHead {
  return {
    id: randomBytes(16).toString('base64url'),
    platform: 'slack',
    tenant: 'T1',
    conversation: 'C1',
    place: 'C1 1700000000.000100',
    shared: true,
    asker: 'U1',
    locale: 'en',
    codes: [KMS_UNREACHABLE],
    activation: false,
    openedAtMs: NOW,
    ...rest,
  };
}

/** The move that leads to this version. */
export function aMove(version: number, rest: Partial<CaseMove> = {}): CaseMove {
  return {
    version,
    person: 'U2',
    atMs: NOW + version,
    followUp: { v: 1, move: 'step', locale: 'en', codes: [KMS_UNREACHABLE], step: `step-${version}` },
    ...rest,
  };
}

export function anEffect(head: CaseHead, rest: Partial<NewEffect> = {}): NewEffect {
  const { kind = 'triage', version = 1 } = rest;
  const { id: caseId, platform, tenant } = head;
  return { key: `effect ${caseId} ${kind} ${version}`, kind, platform, tenant, caseId, version, place: 'C9', ...rest };
}

/** The redraw of one message: its key is the same for every version. */
export function aRedraw(head: CaseHead, version = 1, message = '1700000000.000200'): NewEffect {
  return anEffect(head, { key: `effect ${head.id} ${message}`, kind: 'redraw', version, message });
}

export function anOutcome(rest: Partial<Outcome> = {}): Outcome {
  return {
    kind: 'solved',
    code: KMS_UNREACHABLE,
    step: 'check-dns',
    locale: 'en',
    platform: 'slack',
    tenant: 'T1',
    atMs: NOW,
    ...rest,
  };
}

export const TRIAGE_CARD: CaseCard = {
  role: 'triage',
  conversation: 'C9',
  place: 'C9',
  message: '1700000000.000300',
};

/** Opens a case, for a post of its own. */
export async function openCase(store: Store, rest: Partial<CaseHead> = {}): Promise<CaseHead> {
  const head = aCase(rest);
  await store.openCase(head, `post of ${head.id}`, NOTHING_ELSE);
  return head;
}

/** Whether the store has taken the move. */
export async function append(
  store: Store,
  { tenant, id }: CaseHead,
  move: CaseMove,
  rest: Partial<Append> = {},
): Promise<boolean> {
  return (await store.appendMove(tenant, id, { move, ...NOTHING_ELSE, ...rest })) !== undefined;
}

/** Queues effects at this time. */
export async function add(store: Store, effects: readonly NewEffect[], nowMs = NOW): Promise<void> {
  timeMs = nowMs;
  await store.addEffects(effects);
}

/** Takes what is due at this time. */
export async function claim(store: Store, nowMs = NOW, limit = 100): Promise<readonly Effect[]> {
  timeMs = nowMs;
  return store.claimEffects({ leaseMs: LEASE_MS, limit, perTenant: limit, except: [] });
}

/** Records at this time what became of an effect. */
export function finish(store: Store, effect: Effect, result: EffectResult, nowMs = NOW): Promise<string> {
  timeMs = nowMs;
  return store.finishEffect(effect, result);
}

/** When the next effect is due. */
export async function nextDueMs(store: Store): Promise<number | undefined> {
  const inMs = await store.nextDueInMs();
  return inMs === undefined ? undefined : timeMs + inMs;
}

/** An effect as it is given to whoever takes it the first time. */
export function taken(effect: NewEffect, rest: Partial<Effect> = {}): Effect {
  const { lane = `${effect.caseId}:${effect.kind}` } = effect;
  return { ...effect, lane, attempt: 1, lease: 1, hasTurn: false, interrupted: false, ...rest };
}

/** The effect that is due now, and no other. */
export async function claimOne(store: Store, nowMs = NOW): Promise<Effect> {
  const [effect, ...others] = await claim(store, nowMs);
  if (effect === undefined || others.length > 0) throw new Error(`${others.length} other effects are due`);
  return effect;
}

/** When the lease of what was claimed at `nowMs` has run out. */
export function leaseEnd(nowMs = NOW): number {
  return nowMs + LEASE_MS;
}

/** Ends and forgets everything that earlier tests have left. */
export async function emptyStore(store: Store): Promise<void> {
  for (let effects = await claim(store, FOREVER_MS); effects.length > 0; effects = await claim(store, FOREVER_MS)) {
    for (const effect of effects) await finish(store, effect, { kind: 'refused' });
  }
  await store.prune(FOREVER_MS);
  timeMs = NOW;
}
