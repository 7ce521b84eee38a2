/** A stream of posts on both platforms, by chance that comes again. */

import type { Random } from '../faults/random';
import type { Asks, PlatformKind, Post } from './post';
import { createSlackPosts, type SlackPosts } from './slack-posts';
import { createTeamsPosts, type TeamsPosts } from './teams-posts';
import { createTexts } from './texts';
import type { Worlds } from './worlds';

/** Of the posts that ask for an answer, one in so many does it without a code. */
const IN_WORDS = 20;

export interface Mix {
  /** So many of a thousand ask for an answer, nearly all by a code, and so many want to do harm. */
  readonly coded: number;
  readonly hostile?: number;
  /** Both unless one is named. */
  readonly platform?: PlatformKind;
  /** On each platform. */
  readonly organizations?: number;
}

export interface Traffic {
  readonly slack: SlackPosts;
  readonly teams: TeamsPosts;
  next(): Post;
}

export function createTraffic(random: Random, worlds: Worlds, mix: Mix): Traffic {
  const { coded, hostile = 0, platform, organizations } = mix;
  const texts = createTexts(random);
  const slack = createSlackPosts(random, worlds.origin, organizations);
  const teams = createTeamsPosts(random, worlds.origin, worlds.teams, organizations);

  function write(chance: number): [string, Asks] {
    if (chance < coded)
      return random(IN_WORDS) === 0 ? [texts.withoutCode(), 'in words'] : [texts.withCode(), 'by code'];
    return [chance < coded + hostile ? texts.hostile() : texts.withoutCode(), 'nothing'];
  }

  return {
    slack,
    teams,
    next() {
      const chance = random(1_000);
      const kind = platform ?? (random(2) === 0 ? 'slack' : 'teams');
      const [text, asks] = write(chance);
      return kind === 'slack' ? slack.post(text, asks) : teams.post(text, asks);
    },
  };
}
