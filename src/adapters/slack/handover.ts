/**
 * Between the doors (HTTP, Socket Mode) and whoever handles what they bring: decides when Slack may be answered. Bolt alone
 * would acknowledge before anything has been done, and a failure then loses it; here a failure is told, so that Slack sends again.
 */

import type { App } from '@slack/bolt';
import { errorFields } from '../../ops/error-fields';
import type { Logger } from '../../ops/logger';
import type { Payload } from './body';
import { readFailure } from './failure';

/**
 * `failed`: nothing was stored, and the same event is welcome again. `late`: it is not known yet; likewise. `closed`: not
 * connected, likewise. The body of an acknowledgement is for Slack: what to mend in a form.
 */
export type Receipt =
  | { readonly kind: 'acknowledged'; readonly body?: object }
  | { readonly kind: 'failed' | 'late' | 'closed' }
  /** `too-many`: more than the organization may send, and welcome again later. */
  | { readonly kind: 'too-many'; readonly retryAfterS: number };

type Processor = Pick<App, 'processEvent'>;

/** What may lead to an answer or a move of a case. */
const IS_STORED: ReadonlySet<string> = new Set(['event_callback', 'block_actions']);

export interface Handover {
  /** Resolves when Slack may have its answer; handling may go on behind it. Never rejects. */
  deliver(payload: Payload): Promise<Receipt>;
  /** Without effect after `close`. */
  open(app: Processor): void;
  /** Takes nothing more, ever, and waits for what is under way. */
  close(): Promise<void>;
}

/** Makes a handover that is closed until `open`. */
export function createHandover(options: { readonly logger: Logger; readonly answerWithinMs: number }): Handover {
  const { logger, answerWithinMs } = options;
  const underWay = new Set<Promise<void>>();
  let processor: Processor | undefined;
  let isClosed = false;

  function process(app: Processor, payload: Payload): Promise<Receipt> {
    const kind = kindOf(payload);
    return new Promise((resolve) => {
      const acknowledge = (body?: object) => resolve({ kind: 'acknowledged', ...(body === undefined ? {} : { body }) });
      // What nobody has stored yet must not be taken for done: Slack sends an event again, and tells who has pressed. By then it
      // may be done all the same, and is known. A form that is acknowledged closes, and takes with it what was written: it stays
      // open until its listener lets it go, whatever Slack tells the person after 3 s.
      const losePatience = () => (IS_STORED.has(kind) ? resolve({ kind: 'late' }) : acknowledge());
      const patience = kind === 'view_submission' ? undefined : setTimeout(losePatience, answerWithinMs);
      // For our listeners on Bolt: an event goes past it, and is acknowledged when it has been handled.
      const ack = async (body: unknown) => acknowledge(toBody(body));
      const work = app.processEvent({ body: payload, ack }).then(
        () => acknowledge(),
        (error: unknown) => {
          const fields = { payload: kind, ...errorFields(error), code: readFailure(error).code };
          logger.error(fields, 'Handling something from Slack has failed');
          resolve({ kind: 'failed' });
        },
      );
      underWay.add(work);
      void work.finally(() => {
        clearTimeout(patience);
        underWay.delete(work);
      });
    });
  }

  return {
    async deliver(payload) {
      return processor === undefined ? { kind: 'closed' } : process(processor, payload);
    },

    open(app) {
      if (!isClosed) processor = app;
    },

    async close() {
      isClosed = true;
      processor = undefined;
      await Promise.all(underWay);
    },
  };
}

function kindOf(payload: Payload): string {
  return typeof payload.type === 'string' ? payload.type : 'command';
}

function toBody(body: unknown): object | undefined {
  return typeof body === 'object' && body !== null ? body : undefined;
}
