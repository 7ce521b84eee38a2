/** The outbox against a model of it that is small enough to read: whatever happens in whatever order, both agree. */

import fc from 'fast-check';
import type { Effect, EffectKind, EffectResult, EffectState, NewEffect, Store } from '../../../src/store/ports';
import { createSqlStore } from '../../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../../src/store/sqlite';

const LEASE_MS = 10;
/** What is sent again when it is asked for again. */
const REPEATED: readonly EffectKind[] = ['redraw', 'mark'];

/** An effect as the model knows it. `line` is its place among those of its case and kind. */
interface Known extends NewEffect {
  state: EffectState;
  version: number;
  line: number;
  attempt: number;
  interrupted: boolean;
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
  return one.line < other.line || (one.line === other.line && one.key < other.key);
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
    line: effect.version,
    attempt: 0,
    interrupted: false,
    isStale: false,
    dueAtMs: model.nowMs,
    freeAtMs: model.nowMs,
  };
  const known = model.known.get(effect.key);
  if (known === undefined) model.known.set(effect.key, { ...effect, ...fresh });
  if (known === undefined || !REPEATED.includes(known.kind)) return;
  known.version = Math.max(known.version, effect.version);
  if (known.state === 'sending') known.isStale = true;
  else if (known.state !== 'queued') Object.assign(known, fresh);
}

class Add implements Command {
  constructor(readonly effects: readonly NewEffect[]) {}
  check = () => true;
  async run(model: Model, { store }: World): Promise<void> {
    await store.addEffects(this.effects, model.nowMs);
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
      known.interrupted ||= known.state === 'sending';
      known.attempt += 1;
      Object.assign(known, { state: 'sending', isStale: false, freeAtMs: model.nowMs + LEASE_MS });
      const { state: _, line: _line, isStale: _stale, freeAtMs: _free, dueAtMs: _due, ...effect } = known;
      return effect;
    });
    const claimed = await store.claimEffects(model.nowMs, LEASE_MS, this.limit);
    expect(claimed).toEqual(expected);
    model.tries.push(...claimed);
  }
  toString = () => `claim ${this.limit}`;
}

class Finish implements Command {
  constructor(
    readonly pick: number,
    readonly kind: EffectResult['kind'],
    readonly waitMs: number,
  ) {}
  check = ({ tries }: Readonly<Model>) => tries.length > 0;
  async run(model: Model, { store }: World): Promise<void> {
    const [effect] = model.tries.splice(this.pick % model.tries.length, 1);
    const known = model.known.get(effect?.key ?? '');
    if (effect === undefined || known === undefined) throw new Error('a try of something that was never added');
    const atMs = model.nowMs + this.waitMs;
    await store.finishEffect(
      effect,
      this.kind === 'retry' ? { kind: 'retry', atMs } : { kind: this.kind },
      model.nowMs,
    );
    if (this.holds(effect, known)) this.settle(model, known, atMs);
    expect(await store.findEffectState(effect.key)).toBe(known.state);
  }
  holds({ attempt, version }: Effect, known: Known): boolean {
    if (known.state !== 'sending' || known.attempt !== attempt) return false;
    return this.kind === 'retry' || known.isStale || known.version === version;
  }
  settle({ nowMs }: Model, known: Known, atMs: number): void {
    if (this.kind === 'retry') Object.assign(known, { state: 'queued', dueAtMs: atMs, freeAtMs: atMs });
    else if (!known.isStale) known.state = this.kind;
    else {
      const anew = { state: 'queued', attempt: 0, interrupted: false, line: known.version };
      Object.assign(known, anew, { dueAtMs: nowMs, freeAtMs: nowMs });
    }
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
    expect(await store.nextDueMs()).toBe(times.length === 0 ? undefined : Math.min(...times));
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
      .tuple(fc.nat(9), fc.constantFrom('sent', 'retry', 'refused', 'unknown'), fc.nat(15))
      .map((parts) => new Finish(...parts)),
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
      const store = await createSqlStore(openSqlite(IN_MEMORY));
      try {
        const model: Model = { nowMs: 1_000, known: new Map(), tries: [] };
        await fc.asyncModelRun(() => ({ model, real: { store } }), sequence);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 30 },
  );
}, 30_000);
