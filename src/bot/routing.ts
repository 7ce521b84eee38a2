/** Where the hand-off of a case goes: what its channel has set, then its organization, then the overlay and the configuration. */

import type { CaseHead } from '../cases/case';
import { areaOf, findRoute } from '../knowledge/overlay/find-route';
import type { Route } from '../outbox/messenger';
import type { Settings } from '../settings/settings';
import type { Desk } from './effects';
import { channelScope, organizationScope } from './manners';
import type { BotParts } from './parts';

type Parts = Pick<BotParts, 'knowledge' | 'store'>;

/** The route of a case; `undefined` leads to the configured channel. */
export async function routeFor(head: CaseHead, { knowledge, store }: Parts): Promise<Route | undefined> {
  const { channel } = head;
  const levels = await store.findSettings([
    ...(channel === undefined ? [] : [channelScope(head, channel)]),
    organizationScope(head),
  ]);
  const family = familyOf(head, knowledge);
  // Level by level: a channel that has said who helps there is not led elsewhere by a rule for all channels.
  const chosen = levels.map((level) => triageIn(level, family)).find((each) => each !== undefined);
  return chosen === undefined ? findRoute(head, knowledge) : toRoute(chosen, head);
}

/** Where a case's hand-off is heard. */
export async function deskFor(
  head: CaseHead,
  parts: Parts & Pick<BotParts, 'messenger' | 'hasTickets'>,
): Promise<Desk> {
  const triage = parts.messenger(head.platform)?.triagePlace(head.place, await routeFor(head, parts));
  return { triage, hasTickets: parts.hasTickets };
}

function familyOf({ codes: [lead], activation }: CaseHead, knowledge: BotParts['knowledge']): string | undefined {
  return lead === undefined ? undefined : areaOf(lead, activation, knowledge);
}

function triageIn({ routes = [], triage }: Settings, family: string | undefined): string | undefined {
  return routes.find(({ families }) => families.some((each) => each === family))?.channel ?? triage;
}

/** In the words of the platform that has such ids; any other one goes by its configuration. */
function toRoute(channel: string, { tenant }: CaseHead): Route {
  return channel.startsWith('19:') ? { teams: { channel, tenant } } : { slack: channel };
}
