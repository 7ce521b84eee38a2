/** What is wrong when the story is over: lost, doubled, or in doubt without a reason. */

import type { EffectKind, StoredCase } from '../../src/store/ports';
import type { Journal } from './fake-platform';
import type { Loss } from './keeper';
import { QUIET } from './platform-client';
import type { Stored } from './protocol';
import { faultsOfCards } from './shown';
import { ASKER, OTHER, type Told } from './story';

/** Each of these appears anew with every send. */
const POSTS: readonly EffectKind[] = [
  'answer',
  'triage',
  'notice',
  'copy',
  'private-answer',
  'told-privately',
  'share',
];
/** Of these nobody can say whether they are there: which chat they went to is known only from the answer. */
const PRIVATE: readonly EffectKind[] = ['copy', 'private-answer'];

export interface Ending {
  readonly stored: Stored;
  readonly journal: Journal;
  readonly losses: readonly Loss[];
  readonly told: Told;
  /** The platform can tell whether a message is there. */
  readonly readsBack: boolean;
}

/** One sentence a fault. */
export function findFaults(ending: Ending): readonly string[] {
  const { stored, told } = ending;
  const answered = stored.cases.filter(({ head, moves }) => head.asker === ASKER && moves.length > 0);
  const [main] = answered;
  if (main === undefined || answered.length > 1) return [...told.faults, `${answered.length} cases were walked`];
  return [
    ...told.faults,
    ...faultsOfMoves(main),
    ...faultsOfEffects(main, ending),
    ...faultsOfPosts(ending),
    ...faultsOfMark(main, ending),
    ...faultsOfEvents(main, ending),
    ...faultsOfCards(main, ending.journal),
    ...faultsOfCounts(ending),
  ];
}

/** Every move once, whatever was pressed again. Help may be asked for again where the first call is in doubt. */
function faultsOfMoves({ moves }: StoredCase): string[] {
  const made = moves.map(({ followUp }) => followUp.move).join(' ');
  return /^step( get-help)+ claim close reopen worked$/.test(made) ? [] : [`the moves are ${made}`];
}

/** Exactly what follows from the moves is in the outbox, and has come to an end. */
function faultsOfEffects(main: StoredCase, ending: Ending): string[] {
  const { stored, losses, readsBack } = ending;
  const copies = stored.cases.filter(({ head }) => head.asker === OTHER);
  const marked = readsBack ? stored.cases.filter(({ head }) => head.asker === ASKER) : [];
  const expected = [
    ...expectedOf(main),
    ...stored.cases.filter(({ head }) => head.asker === ASKER).map(({ head }) => `answer:${head.id}`),
    ...copies.map(({ head }) => `copy:${head.id}`),
    ...marked.map(({ head }) => `mark:${head.id}`),
    ...stored.cases.flatMap((each) => (each.head.asker === QUIET ? expectedAlone(each, ending) : [])),
  ].sort();
  const posts = stored.effects.filter(({ kind }) => kind !== 'redraw').map(({ key }) => key);
  const interrupted = losses.flatMap((loss) => loss.interrupted);
  const mayBeUnknown = (kind: EffectKind, key: string) =>
    POSTS.includes(kind) && (PRIVATE.includes(kind) || !readsBack) && interrupted.includes(key);
  return [
    ...(copies.length === 1 ? [] : [`${copies.length} copies`]),
    ...(posts.sort().join() === expected.join() ? [] : [`the outbox holds ${posts} instead of ${expected}`]),
    ...stored.effects
      .filter(({ key, kind, state }) => state !== 'sent' && !(state === 'unknown' && mayBeUnknown(kind, key)))
      .map(({ key, state }) => `${key} ended as ${state}`),
  ];
}

function expectedOf({ head, moves }: StoredCase): string[] {
  return moves.flatMap(({ version, followUp: { move } }) => {
    const key = (kind: EffectKind) => `${kind}:${head.id}:${version}`;
    if (move === 'get-help') return [key('triage'), key('webhook')];
    if (move === 'worked') return [key('webhook')];
    return move === 'step' ? [] : [key('notice'), key('webhook')];
  });
}

/** One answer alone, with a mark or in its place a line, and a line where it may be lost; or one answer shared. */
function expectedAlone({ head }: StoredCase, { stored, readsBack }: Ending): string[] {
  if (head.shared) return [`share:${head.id}:1`];
  const answer = `private-answer:${head.id}`;
  const isSent = stored.effects.some(({ key, state }) => key === answer && state === 'sent');
  return [
    answer,
    ...(readsBack ? [`mark:${head.id}`] : []),
    ...(readsBack && isSent ? [] : [`told-privately:${head.id}`]),
  ];
}

/** The post says in the end that it is solved, where posts can be marked. */
function faultsOfMark({ cards }: StoredCase, { journal, readsBack }: Ending): string[] {
  const post = cards.find(({ role }) => role === 'post');
  const mark = post && journal.marks.get(post.message);
  return mark === (readsBack ? 'solved' : undefined) ? [] : [`the post is marked as ${mark}`];
}

/** Nothing twice; once where the outbox says that it was sent. */
function faultsOfPosts({ stored, journal }: Ending): string[] {
  const timesOf = (wanted: string) => journal.messages.filter(({ key }) => key === wanted).length;
  const lost = stored.effects
    .filter(({ kind, key, state }) => POSTS.includes(kind) && state === 'sent' && timesOf(key) === 0)
    .map(({ key }) => `${key} was lost`);
  const doubled = journal.messages.filter(({ key }) => timesOf(key) > 1).map(({ key }) => `${key} was doubled`);
  return [...lost, ...new Set(doubled)];
}

/** Every event at least once and always under its own id, a new one never before an older one. */
function faultsOfEvents(main: StoredCase, { journal }: Ending): string[] {
  const expected = expectedOf(main).filter((key) => key.startsWith('webhook:'));
  const inOrder = [...new Set(journal.told.map(({ id }) => id))];
  return inOrder.join() === expected.join() ? [] : [`the ticket system heard ${inOrder} instead of ${expected}`];
}

/** What was done once is counted once. */
function faultsOfCounts({ stored: { counts, cases } }: Ending): string[] {
  const posts = cases.filter(({ head }) => head.asker === ASKER || (head.asker === QUIET && !head.shared)).length;
  const expected = { answered: posts, 'handed-over': 1, 'not-solved': 1 };
  const counted = Object.fromEntries(counts.map(({ kind, count }) => [kind, count]));
  const isRight = JSON.stringify(Object.entries(counted).sort()) === JSON.stringify(Object.entries(expected).sort());
  return isRight ? [] : [`counted ${JSON.stringify(counted)} instead of ${JSON.stringify(expected)}`];
}
