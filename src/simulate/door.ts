/** What is written at a door, as the request that the platform makes of it. */

import type { Recording, SimulatedPlatform } from './recording';
import { SLACK_DOORS } from './slack-requests';
import { TEAMS_DOORS } from './teams-requests';

const DOORS = { slack: SLACK_DOORS, teams: TEAMS_DOORS } as const;

/** The names of a platform's doors. */
export function doorsOf(platform: SimulatedPlatform): readonly string[] {
  return Object.keys(DOORS[platform]);
}

/** The request for a text at a door, or `undefined` where the platform has no such door. */
export function recordingFor(options: {
  readonly platform: SimulatedPlatform;
  readonly door: string;
  readonly text: string;
  /** The language of the person's client, as the platform writes it. */
  readonly locale: string;
}): Recording | undefined {
  const { platform, door, text, locale } = options;
  const build = Object.hasOwn(DOORS[platform], door) ? DOORS[platform][door] : undefined;
  return build && { platform, door, ...build(text, locale) };
}
