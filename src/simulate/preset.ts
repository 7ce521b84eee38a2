/** Settings that are made before a request is simulated, each at the level where it counts whatever the door. */

import { organizationScope, personScope } from '../bot/manners';
import type { Settings } from '../settings/settings';
import type { StoredSettings } from '../store/ports';
import { SLACK, TEAMS } from './made-up';
import type { SimulatedPlatform } from './recording';

const SOMEBODY = {
  slack: { tenant: SLACK.team, person: SLACK.person },
  teams: { tenant: TEAMS.tenant, person: TEAMS.person.id },
} as const;

/** A language and a mute are a person's own, everything else is set for the organization. */
export async function presetSettings(
  platform: SimulatedPlatform,
  { language, muted, ...forAll }: Settings,
  store: Pick<StoredSettings, 'changeSettings'>,
  nowMs: number,
): Promise<void> {
  const who = { platform, ...SOMEBODY[platform] };
  const own = { ...(language === undefined ? {} : { language }), ...(muted === undefined ? {} : { muted }) };
  await store.changeSettings(organizationScope(who), forAll, nowMs);
  await store.changeSettings(personScope(who), own, nowMs);
}
