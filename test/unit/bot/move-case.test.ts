/** What is shown of a move: drawn while it is stored, and kept for the outbox by the one who was first alone. */

import { moveCase, type Showing } from '../../../src/bot/move-case';
import type { Room } from '../../../src/outbox/room';
import { createResolver } from '../../../src/resolver/resolve';
import type { Effect, Store } from '../../../src/store/ports';
import { aCase, aMove, emptyStore, openCase, TRIAGE_CARD } from '../../contract/store/values';
import { QUIET_MESSENGER } from '../../fixtures/a-messenger';
import { openMemoryStore } from '../../per-worker/memory-store';
import { knowledge } from './harness';

const CARD = { ...TRIAGE_CARD, role: 'answer' } as const;
const head = aCase();
const told: string[] = [];
let store: Store;

beforeAll(async () => {
  store = await openMemoryStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  told.length = 0;
  await emptyStore(store);
  await openCase(store, head);
  await store.addCard(head.tenant, head.id, CARD);
});

const room: Room = {
  atOnce: { leaseMs: 30_000, paces: new Map([[`redraw:${head.id}:${CARD.message}`, []]]) },
  fill: (begun: readonly Effect[]) => void told.push(`goes out: ${begun.length}`),
};

const parts = () => ({
  ...{ knowledge, resolver: createResolver(knowledge), store, hasTickets: false, now: Date.now },
  ...{ messenger: () => QUIET_MESSENGER, keepRoom: () => room },
  onEffects: () => void told.push('kicked'),
});

/** A move by `person` of a case that nobody has moved yet. */
function move(person: string, showing: Showing<string>) {
  const { followUp } = aMove(1);
  const decide = ({ version }: { version: number }) => (version === 0 ? { person, followUp } : undefined);
  return moveCase(head.tenant, head.id, decide, parts(), { showing });
}

function showing(name: string): Showing<string> {
  return {
    async draw() {
      told.push(`${name} drawn`);
      return name;
    },
    keep: (shown) => void told.push(`${shown} kept`),
  };
}

it('is drawn, kept and then sent with the move', async () => {
  expect(await move('U1', showing('the card'))).toMatchObject({ shown: 'the card', state: { version: 1 } });
  expect(told).toEqual(['the card drawn', 'the card kept', 'goes out: 1']);
});

it('is kept by nobody who was too late', async () => {
  const moves = await Promise.all([move('U1', showing('one')), move('U2', showing('other'))]);
  const shown = moves.flatMap((moved) => moved?.shown ?? []);
  expect(shown).toHaveLength(1);
  expect(told.filter((line) => line.endsWith('drawn'))).toHaveLength(2);
  expect(told.filter((line) => line.endsWith('kept'))).toEqual([`${shown[0]} kept`]);
});

it('does not keep the move from going out where it cannot be drawn', async () => {
  const broken = { draw: () => Promise.reject(new Error('no drawing')), keep: () => void told.push('kept') };
  await expect(move('U1', broken)).rejects.toThrow('no drawing');
  expect(told).toEqual(['goes out: 1']);
  expect((await store.findCase(head.tenant, head.id))?.moves).toHaveLength(1);
});

it('lets the outbox look for what has not begun', async () => {
  const decide = () => ({ person: 'U1', followUp: aMove(1).followUp });
  const none: Room = { fill: room.fill };
  await moveCase(head.tenant, head.id, decide, { ...parts(), keepRoom: () => none });
  expect(told).toEqual(['kicked', 'goes out: 0']);
});
