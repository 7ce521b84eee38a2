/** The one line there is where the settings name a bot token. */

import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Bot } from '../../bot';
import type { Logger } from '../../ops/logger';
import { expectAccepted } from './credentials';
import { readFailure } from './failure';
import type { Line, LineMaker, Lines } from './lines';

/** Who the bot is, as Slack tells when it accepts the token. */
const identitySchema = z
  .object({ team_id: z.string(), bot_id: z.string(), user_id: z.string() })
  .transform(({ team_id, bot_id, user_id }) => ({ team: team_id, botId: bot_id, botUserId: user_id }));

export interface OneWorkspace extends Lines {
  /** Has Slack accept the token. Rejects with a `FaultError` where it refuses; may be called again after any failure. */
  connect(): Promise<void>;
}

/** Makes it without a line until `connect`. It asks no store, for no event. */
export function createOneWorkspace(options: {
  readonly bot: Pick<Bot, 'onUninstalled'>;
  readonly botToken: string;
  readonly client: webApi.WebClient;
  readonly createLine: LineMaker;
  readonly logger: Logger;
}): OneWorkspace {
  const { bot, botToken, client, createLine, logger } = options;
  let line: Line | undefined;

  /** An event may come late: after a new installation the very token that is in use here can work again. */
  async function isRefused(): Promise<boolean> {
    try {
      await client.auth.test();
      return false;
    } catch (error) {
      if (readFailure(error).outcome !== 'refused') throw error;
      return true;
    }
  }

  return {
    async connect() {
      const told = await expectAccepted('SLACK_BOT_TOKEN', client.auth.test());
      line = createLine(botToken, identitySchema.parse(told), told.response_metadata?.scopes);
    },

    find: async () => line ?? 'not_connected',

    isAtHand: () => true,

    peek: () => line,

    async remove({ teamId }, atMs) {
      if (teamId === undefined || !(await isRefused())) return;
      await bot.onUninstalled({ platform: 'slack', tenant: teamId }, atMs);
      logger.warn(
        { tenant: teamId },
        'Hexfix was removed from Slack. To bring it back, install it and set its new token',
      );
    },
  };
}
