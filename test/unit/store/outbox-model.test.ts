/** The outbox against a model of it that is small enough to read: whatever happens in whatever order, both agree. */

import fc from 'fast-check';
import type { Effect, EffectKind, EffectResult, EffectState, NewEffect, Store } from '../../../src/store/ports';
import { openMemoryStore } from '../../per-worker/memory-store';

const LEASE_MS = 10;
/** What is sent again when it is asked for again. */
const REPEATED: readonly EffectKind[] = ['redraw', 'mark'];

/** An effect as the model knows it. `line` is its place in its lane: when it was queued, and for which version. */
interface Known extends NewEffect {
  state: EffectState;
  version: number;
  line: readonly [queuedAtMs: number, version: number];
  attempt: number;
  lease: number;
  /** Something may have left since it was taken. */
  begun: boolean;
  interrupted: boolean;
  hasTurn: boolean;
  isStale: boolean;
  freeAtMs: number;
  dueAtMs: number;
}

interface Model {
  nowMs: number;
  readonly known: Map<string, Known>;
  /** Tries whose result is still to come, lost ones among them. */
  readonly tries: Effect[];
}

interface World {
  readonly store: Store;
}

type Command = fc.AsyncCommand<Model, World>;

function isWaiting({ state }: Known): boolean {
  return state === 'queued' || state === 'sending';
}

function isBefore(one: Known, other: Known): boolean {
  const [[at, version], [otherAt, otherVersion]] = [one.line, other.line];
  return (at - otherAt || version - otherVersion || (one.key < other.key ? -1 : 1)) < 0;
}

/** Those that nobody waits before, the oldest first. */
function firstInLine({ known }: Model): Known[] {
  const waiting = [...known.values()].filter(isWaiting);
  return waiting
    .filter((effect) => !waiting.some((other) => isSameLine(other, effect) && isBefore(other, effect)))
    .sort((one, other) => one.dueAtMs - other.dueAtMs || (isBefore(one, other) ? -1 : 1));
}

function isSameLine(one: Known, other: Known): boolean {
  return one.caseId !== '' && one.caseId === other.caseId && one.kind === other.kind;
}

function add(model: Model, effect: NewEffect): void {
  const fresh = {
    state: 'queued' as const,
    line: [model.nowMs, effect.version] as const,
    attempt: 0,
    interrupted: false,
    hasTurn: false,
    isStale: false,
    dueAtMs: model.nowMs,
    freeAtMs: model.nowMs,
  };
  const known = model.known.get(effect.key);
  if (known === undefined) model.known.set(effect.key, { ...effect, ...fresh, lease: 0, begun: false });
  if (known === undefined || !REPEATED.includes(known.kind)) return;
  known.version = Math.max(known.version, effect.version);
  if (known.state === 'sending') known.isStale = true;
  else if (known.state !== 'queued') Object.assign(known, fresh);
}

class Add implements Command {
  constructor(readonly effects: readonly NewEffect[]) {}
  check = () => true;
  async run(model: Model, { store }: World): Promise<void> {
    await store.addEffects(this.effects);
    for (const effect of this.effects) add(model, effect);
  }
  toString = () => `add ${this.effects.map(({ key, version }) => `${key} v${version}`)}`;
}

class Claim implements Command {
  constructor(readonly limit: number) {}
  check = () => true;
  async run(model: Model, { store }: World): Promise<void> {
    const due = firstInLine(model)
      .filter(({ freeAtMs }) => freeAtMs <= model.nowMs)
      .slice(0, this.limit);
    const expected = due.map((known) => {
      if (known.state === 'sending') {
        known.interrupted ||= known.begun;
        known.hasTurn = false;
      }
      known.begun = false;
      known.attempt += 1;
      known.lease += 1;
      Object.assign(known, { state: 'sending', isStale: false, freeAtMs: model.nowMs + LEASE_MS });
      const {
        state: _,
        line: _line,
        isStale: _stale,
        begun: _begun,
        freeAtMs: _free,
        dueAtMs: _due,
        ...effect
      } = known;
      return effect.caseId === '' ? effect : { ...effect, lane: `${effect.caseId}:${effect.kind}` };
    });
    const claim = { leaseMs: LEASE_MS, limit: this.limit, perTenant: this.limit, except: [] };
    const claimed = await store.claimEffects(claim);
    expect(claimed).toEqual(expected);
    model.tries.push(...claimed);
  }
  toString = () => `claim ${this.limit}`;
}

class Begin implements Command {
  constructor(readonly pick: number) {}
  check = ({ tries }: Readonly<Model>) => tries.length > 0;
  async run({ nowMs, known, tries }: Model, { store }: World): Promise<void> {
    const effect = tries[this.pick % tries.length];
    const held = known.get(effect?.key ?? '');
    if (effect === undefined || held === undefined) throw new Error('a try of something that was never added');
    const holds = held.state === 'sending' && held.lease === effect.lease && held.freeAtMs > nowMs;
    expect(await store.beginEffect(effect)).toBe(holds);
    if (holds) held.begun = true;
  }
  toString = () => `begin ${this.pick}`;
}

class Finish implements Command {
  constructor(
    readonly pick: number,
    readonly kind: EffectResult['kind'] | 'release',
    readonly waitMs: number,
  ) {}
  check = ({ tries }: Readonly<Model>) => tries.length > 0;
  async run(model: Model, { store }: World): Promise<void> {
    const [effect] = model.tries.splice(this.pick % model.tries.length, 1);
    const known = model.known.get(effect?.key ?? '');
    if (effect === undefined || known === undefined) throw new Error('a try of something that was never added');
    await this.tell(store, effect);
    if (known.state === 'sending' && known.lease === effect.lease) this.settle(model, known);
    expect(await store.findEffectState(effect.key)).toBe(known.state);
  }
  tell(store: Store, effect: Effect): Promise<unknown> {
    const { kind, waitMs } = this;
    if (kind === 'release') return store.releaseEffects([effect]);
    return store.finishEffect(effect, kind === 'retry' || kind === 'later' ? { kind, inMs: waitMs } : { kind });
  }
  settle({ nowMs }: Model, known: Known): void {
    const { kind } = this;
    const dueAtMs = nowMs + this.waitMs;
    if (kind === 'release') Object.assign(known, { state: 'queued', freeAtMs: known.dueAtMs });
    else if (kind === 'retry' || kind === 'later')
      Object.assign(known, { state: 'queued', dueAtMs, freeAtMs: dueAtMs });
    else if (!known.isStale) known.state = kind;
    else {
      const anew = { state: 'queued', attempt: 0, interrupted: false, line: [nowMs, known.version] };
      Object.assign(known, anew, { dueAtMs: nowMs, freeAtMs: nowMs });
    }
    if (kind === 'release' || kind === 'later') known.attempt -= 1;
    if (kind !== 'release') known.hasTurn = kind === 'later';
    known.isStale = false;
  }
  toString = () => `finish ${this.pick} as ${this.kind} (${this.waitMs})`;
}

class Pass implements Command {
  constructor(readonly ms: number) {}
  check = () => true;
  async run(model: Model, { store }: World): Promise<void> {
    model.nowMs += this.ms;
    const times = firstInLine(model).map(({ freeAtMs }) => freeAtMs);
    const next = Math.max(0, Math.min(...times) - model.nowMs);
    expect(await store.nextDueInMs()).toBe(times.length === 0 ? undefined : next);
  }
  toString = () => `pass ${this.ms} ms`;
}

const effect: fc.Arbitrary<NewEffect> = fc
  .record({
    caseId: fc.constantFrom('case 1', 'case 2', ''),
    kind: fc.constantFrom('redraw' as const, 'mark' as const, 'notice' as const),
    number: fc.nat(1),
    version: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ caseId, kind, number, version }) => {
    const key = `${caseId} ${kind} ${number}`;
    return { key, kind, platform: 'slack', tenant: 'T1', caseId, version, place: 'C1' };
  });

const commands = fc.commands(
  [
    fc.array(effect, { minLength: 1, maxLength: 3 }).map((effects) => new Add(uniqueByKey(effects))),
    fc.integer({ min: 1, max: 4 }).map((limit) => new Claim(limit)),
    fc
      .tuple(fc.nat(9), fc.constantFrom('sent', 'retry', 'later', 'release', 'refused', 'unknown'), fc.nat(15))
      .map((parts) => new Finish(...parts)),
    fc.nat(9).map((pick) => new Begin(pick)),
    fc.nat(12).map((ms) => new Pass(ms)),
  ],
  { maxCommands: 40, size: 'max' },
);

function uniqueByKey(effects: readonly NewEffect[]): NewEffect[] {
  return [...new Map(effects.map((one) => [one.key, one])).values()];
}

it('agrees with its model', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const model: Model = { nowMs: 1_000, known: new Map(), tries: [] };
      const store = await openMemoryStore({ clock: () => model.nowMs });
      try {
        await fc.asyncModelRun(() => ({ model, real: { store } }), sequence);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 30 },
  );
}, 30_000);
