/** Counts what the bot is asked and decides, without telling it: by door and reason, never by whom or about what. */

import type { Bot, Decision, Inbound } from './bot';
import type { Metrics } from './ops/metrics';

/** The bot, counted. */
export function countBot(bot: Bot, metrics: Pick<Metrics, 'count'>): Bot {
  return { ...bot, onMessage };

  async function onMessage(inbound: Inbound): ReturnType<Bot['onMessage']> {
    let decision: Decision | undefined;
    const onDecision = (made: Decision) => {
      // The last one counts: that a code was answered a short while ago is found out after everything else.
      decision = made;
      inbound.onDecision?.(made);
    };
    try {
      const answer = await bot.onMessage({ ...inbound, onDecision });
      count(inbound, decision?.speak === true ? 'answered' : 'silent');
      return answer;
    } catch (error) {
      count(inbound, 'failed');
      throw error;
    } finally {
      if (decision?.speak === false) metrics.count('hexfix_silences_total', { reason: decision.reason });
    }
  }

  function count({ platform, door }: Inbound, outcome: 'answered' | 'silent' | 'failed'): void {
    metrics.count('hexfix_messages_total', { platform, door, outcome });
  }
}
