/** What Teams accepts in one Adaptive Card, each figure once and with its page. */

export const TEAMS_LIMITS = {
  /**
   * The newest version Teams renders in bot cards; it must be declared or the card stays empty on phones.
   * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
   */
  version: '1.5',
  /**
   * Size of the card as UTF-16. Bot messages may be larger today; this is the oldest and strictest documented limit.
   * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
   */
  cardBytes: 28 * 1024,
  /**
   * Buttons on a card, overflow included.
   * @see https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
   */
  actions: 6,
} as const;
