/** The channel in which people take over: where it is, and for whom. */

import type { Route } from '../../outbox/messenger';
import type { TeamsConfig } from './config';
import type { Place } from './place';

/**
 * Where messages go when no request has told a service URL.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const USUAL_SERVICE_URL = 'https://smba.trafficmanager.net/teams/';

export interface Triage {
  /**
   * For a case at `near`: only for one of the same organization, whose people alone may read it. A route of the
   * organization's own leads elsewhere than the configuration.
   */
  placeFor(near: Place, route?: Route['teams']): Place | undefined;
  /** For what belongs to no case. */
  readonly own: Place | undefined;
}

/** The triage channel of a configuration. */
export function createTriage({ appId, triage }: Pick<TeamsConfig, 'appId' | 'triage'>): Triage {
  const placeFor: Triage['placeFor'] = (near, route = triage) => {
    if (route === undefined || near.tenant !== route.tenant) return undefined;
    const { channel: conversation, tenant, serviceUrl = near.serviceUrl } = route;
    return { serviceUrl, conversation, bot: near.bot, tenant };
  };
  if (triage === undefined) return { placeFor, own: undefined };
  const { channel: conversation, tenant, serviceUrl } = triage;
  return {
    placeFor,
    own: { serviceUrl: serviceUrl ?? USUAL_SERVICE_URL, conversation, bot: `28:${appId}`, tenant },
  };
}
