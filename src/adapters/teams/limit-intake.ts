/** After the gate: how much one organization may send. */

import { type InboundLimit, tooManyResponse } from '../../limits/inbound-limit';
import { type TeamsActivity, tenantOf } from './activity';
import type { Turns } from './turns';

/** The same for activities within the limit. Teams may send the others again, but promises it for no kind of them. */
export function limitIntake(take: Turns['take'], limit: InboundLimit): Turns['take'] {
  return async (activity) => {
    const waitS = await limit.take({ platform: 'teams', tenant: tenantOf(activity), kind: kindOf(activity) });
    return waitS === 0 ? take(activity) : tooManyResponse(waitS);
  };
}

/** New, changed, deleted or reacted to: the names of all that concerns posts begin alike. */
function kindOf({ type }: TeamsActivity): 'posts' | 'asks' {
  return type.startsWith('message') ? 'posts' : 'asks';
}
