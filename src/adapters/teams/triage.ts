/** The channel in which people take over: where it is, and for whom. */

import type { TeamsConfig } from './config';
import type { Place } from './place';

/**
 * Where messages go when no request has told a service URL.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const USUAL_SERVICE_URL = 'https://smba.trafficmanager.net/teams/';

export interface Triage {
  /** For a case at `near`: only for one of the same organization, whose people alone may read it. */
  placeFor(near: Place): Place | undefined;
  /** For what belongs to no case. */
  readonly own: Place | undefined;
}

/** The triage channel of a configuration. */
export function createTriage({ appId, triage }: Pick<TeamsConfig, 'appId' | 'triage'>): Triage {
  if (triage === undefined) return { placeFor: () => undefined, own: undefined };
  const { channel: conversation, tenant, serviceUrl } = triage;
  return {
    placeFor: (near) =>
      near.tenant === tenant
        ? { serviceUrl: serviceUrl ?? near.serviceUrl, conversation, bot: near.bot, tenant }
        : undefined,
    own: { serviceUrl: serviceUrl ?? USUAL_SERVICE_URL, conversation, bot: `28:${appId}`, tenant },
  };
}
