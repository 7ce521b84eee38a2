/** Counts what the bot is asked and decides, without telling it: by door and reason, never by whom or about what. */

import type { Bot, Decision, Inbound } from './bot';
import type { Metrics } from './ops/metrics';

type Listening = Pick<Inbound, 'onDecision'>;
type Door = Pick<Inbound, 'platform' | 'door'>;

/** The bot, counted. */
export function countBot(bot: Bot, metrics: Pick<Metrics, 'count'>): Bot {
  return { ...bot, onMessage, passesBy };

  async function onMessage(inbound: Inbound): ReturnType<Bot['onMessage']> {
    const { heard, last } = listen(inbound);
    try {
      const answer = await bot.onMessage(heard);
      count(inbound, last()?.speak === true ? 'answered' : 'silent');
      return answer;
    } catch (error) {
      count(inbound, 'failed');
      throw error;
    } finally {
      countSilence(last());
    }
  }

  function passesBy(inbound: Parameters<Bot['passesBy']>[0]): boolean {
    const { heard, last } = listen(inbound);
    const isPast = bot.passesBy(heard);
    if (isPast) count(inbound, 'silent');
    countSilence(last());
    return isPast;
  }

  function count({ platform, door }: Door, outcome: 'answered' | 'silent' | 'failed'): void {
    metrics.count('hexfix_messages_total', { platform, door, outcome });
  }

  function countSilence(decision: Decision | undefined): void {
    if (decision?.speak === false) metrics.count('hexfix_silences_total', { reason: decision.reason });
  }
}

/** The last decision counts: that a code was answered a short while ago is found out after everything else. */
function listen<T extends Listening>(inbound: T) {
  let decision: Decision | undefined;
  const onDecision = (made: Decision) => {
    decision = made;
    inbound.onDecision?.(made);
  };
  return { heard: { ...inbound, onDecision }, last: () => decision };
}
