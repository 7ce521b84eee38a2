/** What Teams accepts in one Adaptive Card, each figure once and with its page. */

export const TEAMS_LIMITS = {
  /**
   * The newest version Teams renders in bot cards; it must be declared or the card stays empty on phones.
   * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
   */
  version: '1.5',
  /**
   * For cards that people post: previews of links go no further.
   * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/link-unfurling
   */
  postedVersion: '1.3',
  /**
   * A bot's message as UTF-16: 100 KB is refused, 80 KB is the advised bound. It holds the card and its summary.
   * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
   */
  messageUtf16Bytes: 80 * 1024,
  /**
   * The card as it travels, JSON in UTF-8. The figure is that of webhooks and flows, the smallest of Teams' doors, so
   * that a golden card can be posted through any of them.
   * @see https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
   */
  cardUtf8Bytes: 28 * 1024,
  /**
   * Buttons on a card, not counting those behind "…".
   * @see https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
   */
  actions: 6,
  /**
   * People whose card is brought up to date by itself.
   * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
   */
  refreshUserIds: 60,
  /**
   * Citations of one message, and the characters of each.
   * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
   */
  citations: 20,
  citationName: 80,
  citationAbstract: 160,
} as const;
