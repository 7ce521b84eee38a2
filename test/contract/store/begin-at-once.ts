/** What the contract asks of effects that begin as their case is opened or moved. */

import type { CaseHead } from '../../../src/cases/case';
import type { Effect, NewEffect, Pace, Store } from '../../../src/store/ports';
import {
  aCase,
  aMove,
  anEffect,
  aRedraw,
  claim,
  claimOne,
  emptyStore,
  finish,
  leaseEnd,
  NOTHING_ELSE,
  NOW,
  openCase,
  setTime,
} from './values';

export function describeBeginAtOnce(store: () => Store): void {
  let cases = 0;

  function one(rest: Partial<NewEffect> = {}): NewEffect {
    cases += 1;
    return anEffect(aCase({ id: `begins ${cases}`.padEnd(22, '-') }), rest);
  }

  /** Opens the case of effects, of which those that are named may begin, and gives what has begun. */
  async function open(
    effects: readonly NewEffect[],
    paces: readonly Pace[] = [],
    may = effects,
    post = `post of ${effects[0]?.key}`,
  ): Promise<readonly Effect[] | string> {
    const atOnce = { leaseMs: leaseEnd() - NOW, paces: new Map(may.map(({ key }) => [key, paces])) };
    const head = aCase({ id: effects[0]?.caseId ?? '' });
    const result = await store().openCase(head, post, { ...NOTHING_ELSE, effects, atOnce });
    return typeof result === 'object' ? result.begun : result;
  }

  /** Those that begin, as whoever opened the case gets them. */
  function begun(...effects: readonly NewEffect[]): unknown {
    return effects.map(({ key }) => expect.objectContaining({ key, hasBegun: true }));
  }

  /** The effect in the hands of whoever sends it. */
  async function takenAtOnce(effect: NewEffect): Promise<Effect> {
    const [own] = await open([effect]);
    if (typeof own !== 'object') throw new Error(`${effect.key} has not begun`);
    return own;
  }

  describe('what begins with its case', () => {
    beforeEach(async () => {
      await emptyStore(store());
      setTime(NOW);
    });

    it('is nobody else to take, and its end is recorded as ever', async () => {
      const effect = one();
      const own = await takenAtOnce(effect);
      expect(own).toMatchObject({ ...effect, attempt: 1, lease: 1, hasTurn: false, interrupted: false });
      expect(await claim(store())).toEqual([]);
      expect(await store().listUnfinished(2)).toEqual([effect.key]);
      expect(await finish(store(), own, { kind: 'sent' })).toBe('recorded');
      expect(await store().findEffectState(effect.key)).toBe('sent');
      expect(await store().listUnfinished(2)).toEqual([]);
    });

    it('may have been sent where whoever had it is gone', async () => {
      const own = await takenAtOnce(one());
      expect(await claim(store(), leaseEnd() - 1)).toEqual([]);
      expect(await claimOne(store(), leaseEnd())).toMatchObject({ key: own.key, attempt: 2, interrupted: true });
    });

    it('can be given back as if nobody had had it', async () => {
      const own = await takenAtOnce(one());
      await store().releaseEffects([own]);
      expect(await claimOne(store())).toMatchObject({ key: own.key, attempt: 1, interrupted: false });
    });

    it('is only what was named', async () => {
      const named = one({ kind: 'answer' });
      const queued = { ...named, key: `${named.key} too`, kind: 'triage' } as const;
      expect(await open([named, queued], [], [named])).toEqual(begun(named));
      expect((await claim(store())).map(({ key }) => key)).toEqual([queued.key]);
    });

    it('is nothing that another one of its lane is before', async () => {
      const lane = 'a thread';
      const [first, second, third] = [one({ lane }), one({ lane }), one({ lane })];
      const own = await takenAtOnce(first);
      expect(await open([second])).toEqual([]);
      expect(await claim(store())).toEqual([]);
      await finish(store(), own, { kind: 'sent' });
      const next = await claimOne(store());
      expect(next.key).toBe(second.key);
      await finish(store(), next, { kind: 'refused' });
      expect(await open([third])).toEqual(begun(third));
    });

    it('is one of a lane, of however many that come at the same moment', async () => {
      for (let round = 0; round < 10; round += 1) {
        const lane = `a crowded thread ${round}`;
        const crowd = Array.from({ length: 6 }, () => one({ lane }));
        const results = await Promise.all(crowd.map((effect) => open([effect])));
        expect(results.flat()).toHaveLength(1);
      }
    });

    it('is nothing of a lane that something without a case has come into at the same moment', async () => {
      for (let round = 0; round < 10; round += 1) {
        const lane = `a thread of words ${round}`;
        const words = one({ lane, caseId: '' });
        const answer = one({ lane });
        const [began] = await Promise.all([open([answer]), store().addEffects([words])]);
        const taken = await claim(store());
        // One of them is before the other: what has begun keeps the words waiting, or has come too late to begin.
        expect([...began, ...taken].map((effect) => typeof effect === 'object' && effect.key)).toHaveLength(1);
        for (const effect of [...began, ...taken]) {
          if (typeof effect === 'object') await finish(store(), effect, { kind: 'sent' });
        }
        for (const effect of await claim(store())) await finish(store(), effect, { kind: 'sent' });
      }
    });

    it('is the first of a lane among several', async () => {
      const first = one({ kind: 'answer', lane: 'their thread' });
      expect(await open([first, { ...first, key: `${first.key} too` }])).toEqual(begun(first));
    });

    it('is nothing whose turn has not come', async () => {
      const pace: Pace = { key: 'a pace of beginnings', everyMs: 1_000, burst: 1 };
      const [first, second] = [one(), one()];
      expect(await open([first], [pace])).toEqual(begun(first));
      expect(await store().takeTurns([[pace]])).toEqual([1_000]);
      setTime(NOW + 500);
      expect(await open([second], [pace])).toEqual([]);
      expect(await store().findEffectState(second.key)).toBe('queued');
      expect(await store().takeTurns([[pace]])).toEqual([500]);
    });

    it('is nothing of a case that is not opened, which takes no turn either', async () => {
      const pace: Pace = { key: 'a pace of doubles', everyMs: 1_000, burst: 1 };
      const [first, second] = [one(), one()];
      await open([first], [], [], 'the same post');
      expect(await open([second], [pace], [second], 'the same post')).toBe('known');
      expect(await store().takeTurns([[pace]])).toEqual([0]);
    });
  });

  describe('what begins with a move of its case', () => {
    let head: CaseHead;
    beforeEach(async () => {
      await emptyStore(store());
      setTime(NOW);
      head = await openCase(store());
    });

    /** Moves the case to this version, and gives what has begun of its redraw; nothing where the move was not taken. */
    async function move(version: number, paces: readonly Pace[] = []): Promise<readonly Effect[] | undefined> {
      const effect = aRedraw(head, version);
      const atOnce = { leaseMs: leaseEnd() - NOW, paces: new Map([[effect.key, paces]]) };
      const append = { ...NOTHING_ELSE, move: aMove(version), effects: [effect], atOnce };
      return (await store().appendMove(head.tenant, head.id, append))?.begun;
    }

    async function begunWith(version: number): Promise<Effect> {
      const [own] = (await move(version)) ?? [];
      if (own === undefined) throw new Error(`nothing has begun with move ${version}`);
      return own;
    }

    it('is nobody else to take, and its end is recorded as ever', async () => {
      const own = await begunWith(1);
      expect(own).toMatchObject({ ...aRedraw(head, 1), attempt: 1, interrupted: false, hasBegun: true });
      expect(await claim(store())).toEqual([]);
      expect(await finish(store(), own, { kind: 'sent' })).toBe('recorded');
      expect(await store().findEffectState(own.key)).toBe('sent');
    });

    it('is nothing of a move that somebody else has made before', async () => {
      await begunWith(1);
      expect(await move(1)).toBeUndefined();
    });

    it('is the same card once more, which whoever drew it last has nothing to say about', async () => {
      const first = await begunWith(1);
      await finish(store(), first, { kind: 'refused', code: 'gone' });
      const second = await begunWith(2);
      expect(second).toMatchObject({ version: 2, attempt: 1 });
      expect(await claim(store())).toEqual([]);
      await finish(store(), first, { kind: 'unknown' });
      expect(await store().findEffectState(second.key)).toBe('sending');
      expect(await finish(store(), second, { kind: 'sent' })).toBe('recorded');
      expect(await store().findEffectState(second.key)).toBe('sent');
    });

    it('can be taken again where whoever had it is gone, however often the card was drawn before', async () => {
      await finish(store(), await begunWith(1), { kind: 'sent' });
      const second = await begunWith(2);
      expect(await claim(store(), leaseEnd() - 1)).toEqual([]);
      expect(await claimOne(store(), leaseEnd())).toMatchObject({ key: second.key, version: 2, attempt: 2 });
    });

    it('is nothing that is being drawn: that is drawn once more', async () => {
      const first = await begunWith(1);
      expect(await move(2)).toEqual([]);
      expect(await finish(store(), first, { kind: 'sent' })).toBe('again');
      expect(await claimOne(store())).toMatchObject({ key: first.key, version: 2, attempt: 1 });
    });

    it('is nothing that waits to be drawn: that waits on, and shows the newest', async () => {
      await store().addEffects([aRedraw(head, 1)]);
      await move(1);
      expect(await move(2)).toEqual([]);
      expect(await claimOne(store())).toMatchObject({ version: 2, attempt: 1, interrupted: false });
    });

    it('is nothing whose turn has not come, which starts anew all the same', async () => {
      const pace: Pace = { key: 'a pace of moves', everyMs: 1_000, burst: 1 };
      await finish(store(), await begunWith(1), { kind: 'sent' });
      await store().takeTurns([[pace]]);
      expect(await move(2, [pace])).toEqual([]);
      expect(await claimOne(store())).toMatchObject({ version: 2, attempt: 1, interrupted: false });
    });
  });
}
