/** What the contract asks of purging: everything of one organization goes, and nothing of any other. */

import type { CaseHead } from '../../../src/cases/case';
import type { SettingsScope, Store } from '../../../src/store/ports';
import {
  add,
  aMove,
  anEffect,
  anOutcome,
  append,
  aRedraw,
  claim,
  emptyStore,
  finish,
  NOW,
  openCase,
  TRIAGE_CARD,
} from './values';

interface Organization {
  readonly platform: string;
  readonly tenant: string;
}

/** How many rows an organization has that `fill` has filled. */
const ROWS_EACH = 12;

export function describePurge(store: () => Store): void {
  describe('purging', () => {
    beforeEach(() => emptyStore(store()));
    const removeAll = async () => {
      for (const { platform, tenant } of [GONE, ...STAYING]) await store().purge(platform, tenant, NOW + 1);
    };
    afterEach(removeAll);

    const GONE: Organization = { platform: 'slack', tenant: 'T-gone' };
    const STAYING: readonly Organization[] = [
      { platform: 'slack', tenant: 'T-stays' },
      { platform: 'teams', tenant: 'T-gone' },
    ];

    const scopesOf = ({ platform, tenant }: Organization): readonly SettingsScope[] => [
      { platform, tenant, level: 'tenant', subject: '' },
      { platform, tenant, level: 'channel', subject: 'C1' },
      // As hashes are: another one in every organization.
      { platform, tenant, level: 'person', subject: `${platform} ${tenant} U1` },
    ];
    const digestOf = ({ platform, tenant }: Organization) => `digest ${platform} ${tenant}`;

    /** Something in every table that tells whose it is. */
    async function fill({ platform, tenant }: Organization): Promise<CaseHead> {
      const head = await openCase(store(), { platform, tenant });
      const effects = [anEffect(head), aRedraw(head)];
      await append(store(), head, aMove(1), { effects, outcomes: [anOutcome({ platform, tenant })] });
      await append(store(), head, aMove(2, { details: 'Still red.' }));
      await store().addCard(tenant, head.id, TRIAGE_CARD);
      const digest = anEffect(head, { kind: 'digest', key: digestOf({ platform, tenant }), caseId: '' });
      await add(store(), [digest]);
      for (const scope of scopesOf({ platform, tenant })) await store().changeSettings(scope, { language: 'en' }, NOW);
      await store().saveInstallation({ platform, tenant, isOrganization: false, sealed: 'sealed' }, NOW);
      return head;
    }

    /** All that `fill` has written and that is still there. */
    async function remains(head: CaseHead) {
      const { platform, tenant } = head;
      const found = await store().findCase(tenant, head.id);
      const effects = await Promise.all(
        [anEffect(head).key, aRedraw(head).key, digestOf(head)].map((key) => store().findEffectState(key)),
      );
      return {
        case: found && { moves: found.moves.length, cards: found.cards.length },
        effects: effects.filter((state) => state !== undefined).length,
        settings: (await store().listSettings(platform, tenant)).length,
        installation: await store().findInstallation(platform, tenant),
      };
    }
    const NOTHING = { case: undefined, effects: 0, settings: 0, installation: undefined };
    const EVERYTHING = {
      case: { moves: 2, cards: 1 },
      effects: 3,
      settings: 3,
      installation: expect.objectContaining({ sealed: 'sealed' }),
    };

    it('takes away everything of an organization, and nothing of another one', async () => {
      const gone = await fill(GONE);
      const staying = [];
      for (const each of STAYING) staying.push(await fill(each));
      expect(await store().purge(GONE.platform, GONE.tenant, NOW)).toBe(ROWS_EACH);
      expect(await remains(gone)).toEqual(NOTHING);
      for (const head of staying) expect(await remains(head)).toEqual(EVERYTHING);
      // Counters tell the tenant and not the platform: of the two of this name one is left.
      expect(await store().sumOutcomes(0, 'T-gone')).toMatchObject([{ count: 1 }]);
      expect(await store().sumOutcomes(0, 'T-stays')).toMatchObject([{ count: 1 }]);
    });

    it('leaves nothing behind on which a case of the same id could find itself', async () => {
      const head = await fill(GONE);
      await store().purge(GONE.platform, GONE.tenant, NOW);
      await store().openCase(head, 'the same id again', { effects: [], outcomes: [] });
      expect(await store().findCase(head.tenant, head.id)).toEqual({ head, moves: [], cards: [] });
    });

    it('finds nothing the second time', async () => {
      await fill(GONE);
      await store().purge(GONE.platform, GONE.tenant, NOW);
      expect(await store().purge(GONE.platform, GONE.tenant, NOW)).toBe(0);
    });

    it('leaves alone an organization that has installed the bot again since', async () => {
      const head = await fill(GONE);
      await store().saveInstallation({ ...GONE, isOrganization: false, sealed: 'sealed again' }, NOW + 1);
      expect(await store().purge(GONE.platform, GONE.tenant, NOW)).toBe(0);
      expect(await remains(head)).toEqual({
        ...EVERYTHING,
        installation: expect.objectContaining({ sealed: 'sealed again' }),
      });
      expect(await store().purge(GONE.platform, GONE.tenant, NOW + 1)).toBe(ROWS_EACH);
    });

    it('does not take renewed credentials for a new installation', async () => {
      await fill(GONE);
      await store().reseal(GONE.platform, GONE.tenant, 'sealed', 'renewed');
      expect(await store().purge(GONE.platform, GONE.tenant, NOW)).toBe(ROWS_EACH);
    });

    it('takes away an organization without an installation of its own', async () => {
      const head = await fill(GONE);
      await store().deleteInstallation(GONE.platform, GONE.tenant);
      expect(await store().purge(GONE.platform, GONE.tenant, NOW)).toBe(ROWS_EACH - 1);
      expect(await remains(head)).toEqual(NOTHING);
    });

    it('lets nothing be sent afterwards, and forgets what becomes of what is being sent', async () => {
      const head = await openCase(store(), GONE);
      await add(store(), [
        anEffect(head),
        anEffect(head, { kind: 'notice' }),
        anEffect(head, { kind: 'notice', version: 2 }),
      ]);
      const [first, second] = await claim(store());
      if (first === undefined || second === undefined) throw new Error('one of each kind is due');
      await store().releaseEffects([first]);
      await store().purge(GONE.platform, GONE.tenant, NOW);
      expect(await store().beginEffect(second)).toBe(false);
      await finish(store(), second, { kind: 'sent', card: TRIAGE_CARD, redraw: [] });
      expect(await claim(store(), NOW + 1)).toEqual([]);
      expect(await store().nextDueInMs()).toBeUndefined();
      expect(await store().purge(GONE.platform, GONE.tenant, NOW)).toBe(0);
    });

    it('stands still for nobody, and nobody for it', async () => {
      const heads = await Promise.all(Array.from({ length: 10 }, () => openCase(store(), GONE)));
      const moves = heads.map((head) => append(store(), head, aMove(1), { effects: [anEffect(head), aRedraw(head)] }));
      const cards = heads.map(({ id }) => store().addCard(GONE.tenant, id, TRIAGE_CARD));
      const purges = Array.from({ length: 3 }, () => store().purge(GONE.platform, GONE.tenant, NOW));
      await expect(Promise.all([...moves, ...purges, ...cards, store().prune(NOW)])).resolves.toBeDefined();
      await store().purge(GONE.platform, GONE.tenant, NOW);
      const found = await Promise.all(heads.map(({ id }) => store().findCase(GONE.tenant, id)));
      expect(found.filter((each) => each !== undefined)).toEqual([]);
    });

    it('gets through many cases', async () => {
      const heads = await Promise.all(Array.from({ length: 510 }, () => openCase(store(), GONE)));
      expect(await store().purge(GONE.platform, GONE.tenant, NOW)).toBe(heads.length);
    }, 30_000);
  });
}
