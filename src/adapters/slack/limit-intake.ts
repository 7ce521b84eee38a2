/** Before the handover: how much one workspace may send, whichever door it comes by. */

import type { InboundLimit } from '../../limits/inbound-limit';
import type { Payload } from './body';
import type { Handover } from './handover';
import { tenantOf } from './origin';

const WRITTEN: readonly unknown[] = ['message', 'app_mention'];

/** The same handover for payloads within the limit; the others it leaves to Slack, which sends them again. */
export function limitIntake(handover: Handover, limit: InboundLimit): Handover {
  return {
    ...handover,

    async deliver(payload) {
      const sent = { platform: 'slack', tenant: tenantOf(payload) ?? '', kind: kindOf(payload) };
      const retryAfterS = await limit.take(sent);
      return retryAfterS === 0 ? handover.deliver(payload) : { kind: 'too-many', retryAfterS };
    },
  };
}

function kindOf({ event }: Payload): 'posts' | 'asks' {
  const isWritten = typeof event === 'object' && event !== null && 'type' in event && WRITTEN.includes(event.type);
  return isWritten ? 'posts' : 'asks';
}
