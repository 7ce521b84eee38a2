/** A3: every post told up to eleven times, under old and new ids, and every press sent anew, to three replicas at once. */

import { createDeliver, type Entry, note, sendOnce } from '../deliver';
import { type Deployment, startDeployment } from '../deployment';
import { flowThrough } from '../flow';
import { caseButton } from '../journal';
import type { Telling } from '../post';
import { type Circumstances, expect, type Outcome, type Proof, scaled } from '../proof';
import { createTraffic, type Traffic } from '../traffic';
import { judge, settle } from '../verdict';

const DELIVERIES = 50_000;
const MOST_TIMES = 11;
const CODED = 500;
const AT_ONCE = 12;
const TIMEOUT_MS = 15_000;
/** Of the answers in Teams, one in so many has a button pressed. */
const PRESSED = 10;
/** Twice under one id, and twice more under another each. */
const PRESS_IDS = 3;

async function double(circumstances: Circumstances): Promise<Outcome> {
  const { random } = circumstances;
  const deployment = await startDeployment('postgres');
  const { worlds, database, url } = deployment;
  try {
    worlds.teams.keepsButtons = true;
    const traffic = createTraffic(random, worlds, { coded: CODED });
    const deliver = createDeliver({ url: () => url, haste: 30 });
    const entries: Entry[] = [];
    let deliveries = 0;

    async function tellManyTimes(): Promise<void> {
      const post = traffic.next();
      const further = Array.from({ length: random(MOST_TIMES) }, () => post.tellAnew());
      deliveries += post.tellings.length + further.length;
      const first = deliver(post);
      const again = Promise.all(further.map((telling) => sendOnce(url, telling, TIMEOUT_MS)));
      const entry = await first;
      for (const answer of await again) note(answer, entry);
      entries.push(entry);
    }

    const total = scaled(DELIVERIES, circumstances);
    // About six times each; the last ones fill up.
    while (deliveries < total) await flowThrough(AT_ONCE * 4, AT_ONCE, tellManyTimes);
    const verdict = await judge(entries, worlds, database);
    const refused = entries.flatMap((entry) => entry.refused);
    const presses = await pressManyTimes(deployment, traffic, entries);
    return {
      figures: [`${deliveries} deliveries, ${refused.length} of them in vain`, ...verdict.figures, ...presses.figures],
      faults: [...verdict.faults, ...presses.faults],
    };
  } finally {
    for (const complaint of deployment.complaints()) circumstances.say(`  ${complaint}`);
    await deployment.close();
  }
}

async function pressManyTimes(
  { url, worlds, database }: Deployment,
  { teams }: Traffic,
  entries: readonly Entry[],
): Promise<Outcome> {
  const answers = entries.flatMap(({ post }) => (post.platform === 'teams' ? worlds.teams.journal.at(post.place) : []));
  const pressed = answers.filter((answer, index) => index % PRESSED === 0 && caseButton(answer) !== undefined);
  let failed = 0;
  await flowThrough(pressed.length, AT_ONCE, async (index) => {
    const answer = pressed[index];
    if (answer === undefined) return;
    const ids = Array.from({ length: PRESS_IDS }, () => teams.press(answer, caseButton(answer), `29:presser-${index}`));
    const twins: readonly Telling[] = [...ids, ...ids.slice(0, 1)];
    const told = await Promise.all(twins.map((telling) => sendOnce(url, telling, TIMEOUT_MS)));
    failed += told.filter(({ status }) => status !== 200).length;
  });
  await settle(database);
  const moved = await database.read<{ moves: number | string; cases: number | string }>(
    'select count(*) as moves, count(distinct case_id) as cases from moves',
  );
  const moves = Number(moved[0]?.moves ?? 0);
  const cases = Number(moved[0]?.cases ?? 0);
  return {
    figures: [`${pressed.length} presses, each sent ${PRESS_IDS + 1} times: ${moves} moves of ${cases} cases`],
    faults: [
      ...expect(failed === 0, `${failed} presses refused`),
      ...expect(moves === pressed.length && cases === pressed.length, 'a press is not exactly one move'),
    ],
  };
}

export const DOUBLES: Proof = {
  figure: 'A3',
  about: 'every post told 1 to 11 times under old and new ids, three replicas on PostgreSQL',
  run: double,
};
