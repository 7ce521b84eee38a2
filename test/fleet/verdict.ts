/**
 * What became of the posts, by the platforms' own journals: each that the bot has taken has one answer, or stands in the
 * list of what nobody can tell. The database is asked only when it owes nothing more, and for that list.
 */

import type { Database } from './database';
import type { Entry } from './deliver';
import { pause } from './deliver';
import { createTimings, formatMs, type Timings } from './timings';
import type { Worlds } from './worlds';

export interface Verdict {
  readonly figures: readonly string[];
  readonly faults: readonly string[];
  /** Answers that are listed because nobody can tell, and are not there. */
  readonly missing: number;
  readonly acknowledged: Timings;
  readonly answered: Timings;
}

interface Counts {
  coded: number;
  accepted: number;
  never: number;
  lost: number;
  doubled: number;
  unknown: number;
  unasked: number;
}

/** Leases last half a minute; after that everything that was under way has come again. */
const SETTLE_MS = 90_000;
const LOOK_EVERY_MS = 500;
/** The posts that a fault names; the rest is their number. */
const MOST_NAMED = 5;

/** Waits until nothing is under way, and judges. */
export async function judge(entries: readonly Entry[], worlds: Worlds, database: Database): Promise<Verdict> {
  const settleMs = await settle(database);
  const listed = await listUnknown(database);
  const counts: Counts = { coded: 0, accepted: 0, never: 0, lost: 0, doubled: 0, unknown: 0, unasked: 0 };
  const named: string[] = [];
  const acknowledged = createTimings();
  const answered = createTimings();

  for (const entry of entries) {
    for (const ms of entry.acceptedMs) acknowledged.add(ms);
    const { post, sentAtMs } = entry;
    const answers = worlds[post.platform].journal.at(post.place);
    const [first] = answers;
    if (first !== undefined) answered.add(first.atMs - sentAtMs);
    const wrong = classify(entry, answers.length, listed, counts);
    if (wrong !== undefined && named.length < MOST_NAMED) named.push(`${wrong}: ${post.platform} ${post.place}`);
  }

  const { coded, accepted, never, lost, doubled, unknown, unasked } = counts;
  const refusals = [...worlds.slack.journal.refusals, ...worlds.teams.journal.refusals];
  return {
    missing: unknown,
    acknowledged,
    answered,
    figures: [
      `${entries.length} posts, ${coded} to be answered: ${accepted} taken, ${never} never taken, ${answered.count()} answered`,
      `lost ${lost}, doubled ${doubled}, listed as unknown ${listed.size}, of them not there ${unknown}, answered unasked ${unasked}`,
      `acknowledged: ${acknowledged.describe()}`,
      `post to answer: ${answered.describe()}; nothing owed ${formatMs(settleMs)} after the last`,
      ...(refusals.length === 0
        ? []
        : [`refused by the platforms: ${refusals.map((pair) => pair.join(' × ')).join(', ')}`]),
    ],
    faults: [
      ...(lost > 0 ? [`${lost} lost`] : []),
      ...(doubled > 0 ? [`${doubled} doubled`] : []),
      ...(unasked > 0 ? [`${unasked} answered unasked`] : []),
      ...(settleMs >= SETTLE_MS ? ['the outbox still owes something'] : []),
      ...named,
    ],
  };
}

function classify(
  { post, isAccepted }: Entry,
  answers: number,
  listed: ReadonlySet<string>,
  counts: Counts,
): string | undefined {
  if (!post.isAsked) {
    if (answers === 0) return undefined;
    counts.unasked += 1;
    return 'unasked';
  }
  counts.coded += 1;
  if (isAccepted) counts.accepted += 1;
  else counts.never += 1;
  if (answers > 1) {
    counts.doubled += 1;
    return 'doubled';
  }
  if (answers === 1 || !isAccepted) return undefined;
  if (post.platform === 'teams' && listed.has(post.place)) {
    counts.unknown += 1;
    return undefined;
  }
  counts.lost += 1;
  return 'lost';
}

/** Resolves with the time until the outbox owes nothing. */
export async function settle(database: Database): Promise<number> {
  const startMs = performance.now();
  for (;;) {
    const [row] = await database.read<{ owed: number | string }>(
      'select count(*) as owed from effects where ended_at is null',
    );
    const ms = performance.now() - startMs;
    if (Number(row?.owed ?? 0) === 0 || ms > SETTLE_MS) return ms;
    await pause(LOOK_EVERY_MS);
  }
}

/** The conversations in Teams for which the operator is shown that nobody knows whether the answer is there. */
async function listUnknown(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.read<{ place: string }>(
    "select place from effects where state = 'unknown' and platform = 'teams'",
  );
  return new Set(rows.map(({ place }) => String(JSON.parse(place).conversation)));
}
