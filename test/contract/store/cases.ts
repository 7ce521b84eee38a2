/** What the contract asks of cases. */

import type { CaseHead, CaseMove } from '../../../src/cases/case';
import type { Store } from '../../../src/store/ports';
import {
  aCase,
  aMove,
  anEffect,
  anOutcome,
  append,
  DNS_NAME,
  KMS_UNREACHABLE,
  NOTHING_ELSE,
  NOW,
  openCase,
  TRIAGE_CARD,
} from './values';

const SLIP: CaseHead = aCase({
  shared: false,
  locale: 'zh-CN',
  codes: [DNS_NAME, KMS_UNREACHABLE],
  written: '0xC004FO74',
  activation: true,
  method: 'kms-client',
  opening: {
    move: 'guide',
    procedure: 'count',
    step: 'enough-clients',
    findings: [
      { kind: 'license', edition: 'ServerStandard', status: 'licensed' },
      { kind: 'host-count', count: 12 },
    ],
  },
});

export function describeCases(store: () => Store): void {
  describe('cases', () => {
    it('are found as they were opened, by id and by post', async () => {
      const plain = aCase();
      await store().openCase(plain, 'post of plain', NOTHING_ELSE);
      await store().openCase(SLIP, 'post of a slip', NOTHING_ELSE);
      const opened = { head: SLIP, moves: [], cards: [] };
      expect(await store().findCase('T1', SLIP.id)).toEqual(opened);
      expect(await store().findCaseOfPost('post of a slip')).toEqual(opened);
      expect(await store().findCase('T1', plain.id)).toEqual({ head: plain, moves: [], cards: [] });
    });

    it('are unknown under any other id or post', async () => {
      expect(await store().findCase('T1', aCase().id)).toBeUndefined();
      expect(await store().findCaseOfPost('never answered')).toBeUndefined();
    });

    it('are opened once for a post, however many try, with what follows from the opening', async () => {
      const heads = Array.from({ length: 20 }, () => aCase({ tenant: 'of one post' }));
      const opened = await Promise.all(
        heads.map((head) =>
          store().openCase(head, 'contended post', {
            effects: [anEffect(head)],
            outcomes: [anOutcome({ tenant: 'of one post' })],
          }),
        ),
      );
      const winners = heads.filter((_, index) => typeof opened[index] === 'object');
      expect(winners).toHaveLength(1);
      expect((await store().findCaseOfPost('contended post'))?.head).toEqual(winners[0]);
      expect(await store().sumOutcomes(NOW, 'of one post')).toMatchObject([{ count: 1 }]);
      const states = await Promise.all(heads.map((head) => store().findEffectState(anEffect(head).key)));
      expect(states.filter((state) => state === 'queued')).toHaveLength(1);
    });

    it('take the first free turn with them; where there is none, nothing of them is stored', async () => {
      const turns = ['one', 'two'].map((key) => ({ key, everyMs: 1_000, burst: 1 }));
      const [one, two, late] = [aCase(), aCase(), aCase()];
      const open = (head: CaseHead) =>
        store().openCase(head, `turn of ${head.id}`, { effects: [anEffect(head)], outcomes: [], turns });
      expect([await open(one), await open(two), await open(late)]).toEqual([
        { begun: [] },
        { begun: [] },
        'enough-said',
      ]);
      expect(await open(one)).toBe('known');
      expect(await store().findCaseOfPost(`turn of ${late.id}`)).toBeUndefined();
      expect(await store().findEffectState(anEffect(late).key)).toBeUndefined();
    });

    it('give back their turn where something else keeps them from being opened', async () => {
      const turns = [{ key: 'the only turn', everyMs: 1_000, burst: 1 }];
      const cooldown = { keys: ['held'], lastsMs: 60_000, isBinding: true };
      const [first, second, third] = [aCase(), aCase(), aCase()];
      expect(await store().openCase(first, 'holds', { ...NOTHING_ELSE, cooldown })).toEqual({ begun: [] });
      expect(await store().openCase(second, 'waits', { ...NOTHING_ELSE, cooldown, turns })).toBe('cooling-down');
      expect(await store().openCase(third, 'takes it', { ...NOTHING_ELSE, turns })).toEqual({ begun: [] });
    });

    it('do not take over the id of another one', async () => {
      const head = await openCase(store());
      expect(await store().openCase({ ...head, asker: 'U9' }, 'another post', NOTHING_ELSE)).toBe('known');
      expect(await store().findCaseOfPost('another post')).toBeUndefined();
      expect((await store().findCase('T1', head.id))?.head.asker).toBe('U1');
    });

    it('keep their moves in order, with all that belongs to each', async () => {
      const head = await openCase(store());
      const codes = [DNS_NAME, KMS_UNREACHABLE];
      const moves: CaseMove[] = [
        aMove(1, {
          followUp: {
            v: 1,
            move: 'guide',
            locale: 'zh-CN',
            codes,
            step: 'look-up',
            procedure: 'dns',
            trail: [['dns', 'ask', 'no']],
            method: 'unknown',
            choice: 'locale',
          },
        }),
        aMove(2, {
          followUp: { v: 1, move: 'get-help', locale: 'en', codes },
          details: 'It\'s "urgent"; 已重启两次 😀\n\tC:\\> slmgr /dlv\n$1 %s ? -- ;',
        }),
        aMove(3, { followUp: { v: 1, move: 'assign', locale: 'en', codes }, assignee: 'U3' }),
      ];
      for (const move of moves) expect(await append(store(), head, move)).toBe(true);
      expect((await store().findCase('T1', head.id))?.moves).toEqual(moves);
    });

    it('lose nothing of the details but what no database holds', async () => {
      const head = await openCase(store());
      expect(await append(store(), head, aMove(1, { details: 'before\0 after' }))).toBe(true);
      expect((await store().findCase('T1', head.id))?.moves[0]?.details).toBe('before after');
    });

    it('take one of many simultaneous moves, with its effects and outcomes, and nothing of the others', async () => {
      const head = await openCase(store(), { tenant: 'contended' });
      const pressers = Array.from({ length: 50 }, (_, index) => `U${index}`);
      const won = await Promise.all(
        pressers.map((person) =>
          append(store(), head, aMove(1, { person }), {
            effects: [anEffect(head, { key: `${head.id} ${person}` })],
            outcomes: [anOutcome({ tenant: head.tenant })],
          }),
        ),
      );
      const winners = pressers.filter((_, index) => won[index]);
      expect(winners).toHaveLength(1);
      const [winner = ''] = winners;
      expect((await store().findCase(head.tenant, head.id))?.moves).toEqual([aMove(1, { person: winner })]);
      expect(await store().sumOutcomes(NOW, head.tenant)).toMatchObject([{ count: 1 }]);
      const states = await Promise.all(pressers.map((person) => store().findEffectState(`${head.id} ${person}`)));
      expect(states.filter((state) => state !== undefined)).toEqual(['queued']);
      expect(await append(store(), head, aMove(2))).toBe(true);
    });

    it('take no move that was made for another version', async () => {
      const head = await openCase(store());
      await append(store(), head, aMove(1));
      expect(await append(store(), head, aMove(1))).toBe(false);
      expect(await append(store(), head, aMove(3))).toBe(false);
      expect((await store().findCase('T1', head.id))?.moves).toEqual([aMove(1)]);
    });

    it('keep nothing of a move when any part of it cannot be stored', async () => {
      const head = await openCase(store(), { tenant: 'half' });
      // Not a time: no database takes it for one.
      const outcomes = [anOutcome({ tenant: 'half', atMs: Number.NaN })];
      await expect(append(store(), head, aMove(1), { effects: [anEffect(head)], outcomes })).rejects.toThrow();
      expect((await store().findCase('half', head.id))?.moves).toEqual([]);
      expect(await store().findEffectState(anEffect(head).key)).toBeUndefined();
      expect(await append(store(), head, aMove(1))).toBe(true);
    });

    it('do not exist for another tenant', async () => {
      const head = await openCase(store());
      const stranger = { ...head, tenant: 'T2' };
      expect(await store().findCase('T2', head.id)).toBeUndefined();
      expect(await append(store(), stranger, aMove(1), { effects: [anEffect(stranger)] })).toBe(false);
      await store().addCard('T2', head.id, TRIAGE_CARD);
      expect(await store().findCase('T1', head.id)).toEqual({ head, moves: [], cards: [] });
      expect(await store().findEffectState(anEffect(stranger).key)).toBeUndefined();
    });

    it('know the messages that show them, each as it was first told', async () => {
      const head = await openCase(store());
      const answer = { role: 'answer', conversation: 'C1', place: 'C1 1', message: '1700000000.000200' } as const;
      await store().addCard('T1', head.id, TRIAGE_CARD);
      await store().addCard('T1', head.id, answer);
      await store().addCard('T1', head.id, { ...answer, place: 'elsewhere' });
      await store().addCard('T1', head.id, { ...answer, conversation: 'C2' });
      expect((await store().findCase('T1', head.id))?.cards).toEqual([
        answer,
        { ...answer, conversation: 'C2' },
        TRIAGE_CARD,
      ]);
    });

    it('show one message each in cards of different cases', async () => {
      const [one, other] = [await openCase(store()), await openCase(store())];
      await store().addCard('T1', one.id, TRIAGE_CARD);
      await store().addCard('T1', other.id, TRIAGE_CARD);
      expect((await store().findCase('T1', other.id))?.cards).toEqual([TRIAGE_CARD]);
    });
  });
}
