/** A19: fifty people press one button at the same moment, over three replicas: one of them moves the case. */

import { createDeliver, type Entry, sendOnce } from '../deliver';
import { type Deployment, startDeployment } from '../deployment';
import { flowThrough } from '../flow';
import { caseButton, type Posted } from '../journal';
import { type Circumstances, expect, type Outcome, type Proof, scaled } from '../proof';
import { personOf } from '../slack-posts';
import { createTimings } from '../timings';
import { createTraffic } from '../traffic';
import { judge, settle } from '../verdict';

const ROUNDS = 1_000;
const CLICKERS = 50;
/** Some answers have nothing to press that moves a case. */
const POSTS_A_ROUND = 1.1;
const AT_ONCE = 8;
const TIMEOUT_MS = 15_000;

async function click(circumstances: Circumstances): Promise<Outcome> {
  const deployment = await startDeployment('postgres');
  const { worlds, database, url } = deployment;
  try {
    worlds.slack.keepsButtons = true;
    worlds.teams.keepsButtons = true;
    const traffic = createTraffic(circumstances.random, worlds, { coded: 1_000 });
    const deliver = createDeliver({ url: () => url, haste: 30 });
    const entries: Entry[] = [];
    const rounds = scaled(ROUNDS, circumstances);
    await flowThrough(Math.ceil(rounds * POSTS_A_ROUND), AT_ONCE, async () => {
      entries.push(await deliver(traffic.next()));
    });
    const verdict = await judge(entries, worlds, database);

    const times = createTimings();
    let failed = 0;
    const answers = entries
      .flatMap(({ post }) => worlds[post.platform].journal.at(post.place).map((it) => ({ post, it })))
      .filter(({ it }) => caseButton(it) !== undefined)
      .slice(0, rounds);
    for (const [round, { post, it }] of answers.entries()) {
      const press = (clicker: number) => pressOn(it, post.platform, clicker, `${round}-${clicker}`);
      const told = await Promise.all(
        Array.from({ length: CLICKERS }, (_, clicker) => sendOnce(url, press(clicker), TIMEOUT_MS)),
      );
      for (const { status, ms } of told) {
        times.add(ms);
        if (status !== 200) failed += 1;
      }
    }

    function pressOn(on: Posted, platform: 'slack' | 'teams', clicker: number, id: string) {
      const first = caseButton(on);
      return platform === 'slack'
        ? traffic.slack.press(on, first, personOf(clicker), id)
        : traffic.teams.press(on, first, `29:person-${clicker}`);
    }

    const moves = await countMoves(deployment);
    return {
      figures: [
        `${answers.length} rounds of ${CLICKERS} presses: ${moves.won} with one winner, ${moves.others} with another number, ${failed} failed`,
        `answered: ${times.describe()}`,
        ...verdict.figures.slice(0, 2),
      ],
      faults: [
        ...verdict.faults,
        ...expect(answers.length === rounds, 'there were fewer cards to press on'),
        ...expect(failed === 0, `${failed} presses were not answered with 200`),
        ...expect(moves.won === answers.length && moves.others === 0, 'not one winner each'),
      ],
    };
  } finally {
    for (const complaint of deployment.complaints()) circumstances.say(`  ${complaint}`);
    await deployment.close();
  }
}

/** Slack is told at once and the move comes behind that; the outbox draws what has moved. */
async function countMoves({ database }: Deployment): Promise<{ won: number; others: number }> {
  await settle(database);
  const rows = await database.read<{ version: number; cases: number | string }>(
    'select version, count(*) as cases from cases where version > 0 group by version',
  );
  const count = (isWon: boolean) =>
    rows.reduce((sum, { version, cases }) => sum + ((version === 1) === isWon ? Number(cases) : 0), 0);
  return { won: count(true), others: count(false) };
}

export const CLICKS: Proof = {
  figure: 'A19',
  about: '50 people press the same button at once, over three replicas on PostgreSQL',
  run: click,
};
