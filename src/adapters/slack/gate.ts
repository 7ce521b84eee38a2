/**
 * Behind the handover: finds out whose payload it is, and who handles it. Bolt would acknowledge an event whose installation it
 * cannot look up, and so lose it.
 */

import type { App } from '@slack/bolt';
import type { Logger } from '../../ops/logger';
import type { Line, Lines } from './lines';
import { readOrigin, readRemoval } from './origin';

type Processor = Pick<App, 'processEvent'>;
type Body = Parameters<Processor['processEvent']>[0]['body'];

export interface Gate extends Processor {
  /** The line that was found for a body under way. */
  lineOf(body: object | undefined): Line | undefined;
}

/**
 * Makes it in front of `app`, which is made later: it asks the gate in turn. What Slack tells of without waiting for more than
 * "taken" goes to `onEvent`, and needs nothing of Bolt.
 */
export function createGate(options: {
  readonly app: () => Processor;
  readonly onEvent: (envelope: Body, line: Line) => Promise<void>;
  /** Whether an event was a message from which nothing follows, wherever it comes from. */
  readonly passesBy: (envelope: Body) => boolean;
  readonly lines: Lines;
  readonly logger: Logger;
}): Gate {
  const { app, onEvent, passesBy, lines, logger } = options;
  const found = new WeakMap<object, Line>();

  return {
    async processEvent(event) {
      const removal = readRemoval(event.body);
      if (removal !== undefined) return lines.remove(removal.origin, removal.atMs);
      const isEvent = event.body.type === 'event_callback';
      const origin = readOrigin(event.body);
      // Of very many workspaces only some are at hand: nobody is asked for one of which nothing is needed.
      if (isEvent && !lines.isAtHand(origin) && passesBy(event.body)) return;
      const line = await lines.find(origin);
      if (typeof line === 'string') {
        logger.warn(
          { team: origin.teamId ?? origin.enterpriseId },
          'Slack sends something from where Hexfix is not installed',
        );
        return;
      }
      if (isEvent) return onEvent(event.body, line);
      found.set(event.body, line);
      await app().processEvent(event);
    },

    lineOf: (body) => (body === undefined ? undefined : found.get(body)),
  };
}
