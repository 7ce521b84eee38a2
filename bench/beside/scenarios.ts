/** What is measured: one kind of work, as often as it gets done in the time. */

import { sendOnce } from '../../test/fleet/deliver';
import { isAccepted } from '../../test/fleet/http';
import type { Posted } from '../../test/fleet/journal';
import type { PlatformKind, Post, Telling } from '../../test/fleet/post';
import { personOf } from '../../test/fleet/slack-posts';
import type { Traffic } from '../../test/fleet/traffic';
import type { Worlds } from '../../test/fleet/worlds';
import type { Sightings } from './sightings';

export interface Scene {
  readonly platform: PlatformKind;
  readonly url: string;
  readonly worlds: Worlds;
  readonly traffic: Traffic;
  readonly sightings: Sightings;
  /** A bare echo says something to everything. */
  readonly answersAll: boolean;
}

export interface Scenario {
  readonly name: string;
  /** Of a thousand posts, so many ask for an answer. */
  readonly coded: number;
  /** What has to be there before; its cost is not measured. */
  prepare?(scene: Scene, count: number): Promise<readonly Prepared[]>;
  /** One piece of work, until the last of what people see of it. */
  work(scene: Scene, prepared: Prepared | undefined): Promise<void>;
}

export interface Prepared {
  readonly post: Post;
  readonly answer: Posted;
}

/**
 * So many on each platform that none of them comes near the limits that platforms set for one: the bare bots know nothing of
 * those, and Hexfix lets what goes too fast for one organization wait.
 */
export const ORGANIZATIONS = 10_000;

/** Longer than any platform waits. */
const TIMEOUT_MS = 30_000;

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'no code',
    coded: 0,
    work: (scene) => see(scene, scene.traffic.next()),
  },
  {
    name: 'code',
    coded: 1_000,
    work: (scene) => see(scene, scene.traffic.next()),
  },
  { name: 'press', coded: 1_000, prepare: answerSome, work: press },
  {
    name: 'duplicate',
    coded: 1_000,
    prepare: answerSome,
    work: (scene, prepared) => tell(scene, firstTelling(prepared?.post ?? scene.traffic.next())),
  },
];

/** Told, and where an answer is due, answered. */
export async function see(scene: Scene, post: Post): Promise<void> {
  const answered = post.isAsked || scene.answersAll ? scene.sightings.message(post.place) : undefined;
  await Promise.all([...post.tellings.map((telling) => tell(scene, telling)), answered]);
}

async function press(scene: Scene, prepared: Prepared | undefined): Promise<void> {
  if (prepared === undefined) throw new Error('nothing was prepared to be pressed');
  const { answer } = prepared;
  const { platform, traffic, sightings } = scene;
  // In Teams the card comes back with the answer to the press; in Slack it is drawn anew by another request.
  const drawn = platform === 'slack' ? sightings.redraw(answer) : undefined;
  const [value] = answer.buttons;
  const aside = answer.id.replace('.', '');
  const telling =
    platform === 'slack'
      ? traffic.slack.press(answer, value, personOf(1), aside)
      : traffic.teams.press(answer, value, '29:person-1');
  await Promise.all([tell(scene, telling), drawn]);
}

async function answerSome(scene: Scene, count: number): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  const lane = async () => {
    while (prepared.length < count) {
      const post = scene.traffic.next();
      await see(scene, post);
      prepared.push({ post, answer: await scene.sightings.message(post.place) });
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return prepared;
}

function firstTelling({ tellings: [first] }: Post): Telling {
  if (first === undefined) throw new Error('a post that nobody is told of');
  return first;
}

async function tell({ url }: Scene, telling: Telling): Promise<void> {
  const { status } = await sendOnce(url, telling, TIMEOUT_MS);
  if (!isAccepted(status)) throw new Error(`${telling.path} was answered with ${status}`);
}
