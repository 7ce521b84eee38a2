/** Why nothing was sent: what was asked of the bot, and what the policy of all doors said to that. */

import type { Bot, Decision, Inbound, SilenceReason } from '../bot';

/** The policy's reasons, and those before and behind it. */
export type WhySilent =
  | SilenceReason
  /** The adapter has refused the request. */
  | 'refused'
  /** The adapter asks the bot nothing about it: another bot, a notice of the platform, nothing that is handled. */
  | 'not-for-bot'
  /** The bot was asked, and there is nothing to show: an edit that left the codes alone, a post that had no answer. */
  | 'nothing-to-show';

export interface Watch {
  /** The bot, watched. */
  readonly bot: Bot;
  /** Forgets what was asked so far. */
  forget(): void;
  /** `status` is what the platform was told. */
  whySilent(status: number): WhySilent;
}

export function watchBot(bot: Bot): Watch {
  let isAsked = false;
  let decision: Decision | undefined;

  function note<Args extends readonly unknown[], Result>(ask: (...args: Args) => Result): (...args: Args) => Result {
    return (...args) => {
      isAsked = true;
      return ask(...args);
    };
  }

  function watched(inbound: Inbound): Inbound {
    return {
      ...inbound,
      onDecision(made) {
        decision = made;
        inbound.onDecision?.(made);
      },
    };
  }

  return {
    bot: {
      ...bot,
      onMessage: note((inbound) => bot.onMessage(watched(inbound))),
      onEdit: note((inbound) => bot.onEdit(watched(inbound))),
      onPress: note(bot.onPress),
      onSubmit: note(bot.onSubmit),
      onDelete: note(bot.onDelete),
      onInstalled: note(bot.onInstalled),
      onUninstalled: note(bot.onUninstalled),
      onRefresh: note(bot.onRefresh),
      onFeedback: note(bot.onFeedback),
      onHome: note(bot.onHome),
      askForm: note(bot.askForm),
      search: note(bot.search),
      onLinks: note(bot.onLinks),
      prompts: note(bot.prompts),
    },
    forget() {
      isAsked = false;
      decision = undefined;
    },
    whySilent(status) {
      if (status >= 400) return 'refused';
      if (!isAsked) return 'not-for-bot';
      return decision === undefined || decision.speak ? 'nothing-to-show' : decision.reason;
    },
  };
}
