/** What the contract asks of the messages that show a case, and of the list of a person's cases. */

import type { CaseCard, Store } from '../../../src/store/ports';
import { aCase, NOW, openCase, TRIAGE_CARD } from './values';

const ANSWER: CaseCard = { role: 'answer', conversation: 'C1', place: 'C1 1', message: '1700000000.000200' };
const POST: CaseCard = { role: 'post', conversation: 'C1', place: 'C1 1', message: '1700000000.000100' };

export function describeCaseCards(store: () => Store): void {
  describe('the messages of a case', () => {
    it('are there from the opening on, and not where another case has the post', async () => {
      const [head, late] = [aCase(), aCase()];
      const opening = { effects: [], outcomes: [], cards: [POST, ANSWER] };
      expect(await store().openCase(head, `post of ${head.id}`, opening)).toEqual({ begun: [] });
      expect((await store().findCase('T1', head.id))?.cards).toEqual([ANSWER, POST]);
      expect(await store().openCase(late, `post of ${head.id}`, opening)).toBe('known');
      // The id is free, and nothing hangs on it.
      await store().openCase(late, `post of ${late.id}`, { effects: [], outcomes: [] });
      expect((await store().findCase('T1', late.id))?.cards).toEqual([]);
    });

    it('lead to it, but for the post that it answers', async () => {
      const head = await openCase(store(), { tenant: 'T-led' });
      for (const card of [ANSWER, POST, TRIAGE_CARD]) await store().addCard('T-led', head.id, card);
      const find = ({ conversation, message }: CaseCard) => store().findCaseOfCard('T-led', conversation, message);
      const found = { head, moves: [], cards: [ANSWER, POST, TRIAGE_CARD] };
      expect(await find(ANSWER)).toEqual(found);
      expect(await find(TRIAGE_CARD)).toEqual(found);
      expect(await find(POST)).toBeUndefined();
      expect(await find({ ...ANSWER, conversation: 'C2' })).toBeUndefined();
    });

    it('lead another tenant nowhere, also not to a case of its own', async () => {
      const head = await openCase(store(), { tenant: 'T-one' });
      await store().addCard('T-one', head.id, ANSWER);
      await openCase(store(), { tenant: 'T-other' });
      expect(await store().findCaseOfCard('T-other', ANSWER.conversation, ANSWER.message)).toBeUndefined();
    });

    it('are forgotten one by one, in its own case and tenant', async () => {
      const [head, other] = [await openCase(store()), await openCase(store())];
      for (const { id } of [head, other]) await store().addCard('T1', id, ANSWER);
      await store().addCard('T1', head.id, TRIAGE_CARD);
      await store().removeCard('T2', head.id, ANSWER.message);
      expect((await store().findCase('T1', head.id))?.cards).toEqual([ANSWER, TRIAGE_CARD]);
      await store().removeCard('T1', head.id, ANSWER.message);
      await store().removeCard('T1', head.id, ANSWER.message);
      expect((await store().findCase('T1', head.id))?.cards).toEqual([TRIAGE_CARD]);
      expect((await store().findCase('T1', other.id))?.cards).toEqual([ANSWER]);
    });
  });

  describe('the cases of a person', () => {
    it('are found, the latest first, as many as asked for, with all that belongs to them', async () => {
      const heads = [];
      for (const openedAtMs of [NOW + 1, NOW + 3, NOW + 2])
        heads.push(await openCase(store(), { tenant: 'T-mine', asker: 'U-me', openedAtMs }));
      const [oldest, latest, middle] = heads;
      await store().addCard('T-mine', latest?.id ?? '', ANSWER);
      expect(await store().findCasesOf('slack', 'T-mine', 'U-me', 2)).toEqual([
        { head: latest, moves: [], cards: [ANSWER] },
        { head: middle, moves: [], cards: [] },
      ]);
      const all = await store().findCasesOf('slack', 'T-mine', 'U-me', 10);
      expect(all.map(({ head }) => head)).toEqual([latest, middle, oldest]);
    });

    it('are not those of anybody else, there or in another organization or platform', async () => {
      await openCase(store(), { tenant: 'T-mine', asker: 'U-you' });
      await openCase(store(), { tenant: 'T-theirs', asker: 'U-alone' });
      await openCase(store(), { tenant: 'T-mine', asker: 'U-alone', platform: 'teams' });
      expect(await store().findCasesOf('slack', 'T-mine', 'U-alone', 10)).toEqual([]);
    });
  });
}
