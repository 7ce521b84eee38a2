/**
 * What Slack accepts in the blocks that we use, each figure once. Lengths are in characters.
 * @see https://docs.slack.dev/reference/block-kit/blocks
 * @see https://docs.slack.dev/reference/block-kit/block-elements
 * @see https://docs.slack.dev/reference/block-kit/composition-objects/option-object
 * @see https://docs.slack.dev/reference/views/modal-views
 */

export const SLACK_LIMITS = {
  blocks: 50,
  headerText: 150,
  contextElements: 10,
  /** One text object of a context block. */
  text: 3_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  actionId: 255,
  blockId: 255,
  /** Label and hint of an input block. */
  inputLabel: 2_000,
  /** What a person may write into a text field. */
  inputText: 3_000,
  selectOptions: 100,
  optionText: 75,
  /** Slack's pages say 75 in one place and 150 in another. */
  optionValue: 75,
  viewBlocks: 100,
  /** Title and buttons of a modal. */
  viewTitle: 24,
  privateMetadata: 3_000,
  /**
   * All blocks as JSON. Undocumented: `msg_blocks_too_long` was seen from about 13,200 characters on, containers
   * counted.
   * @see https://github.com/slackapi/bolt-js/issues/2509
   */
  blocksTotal: 12_000,
  /**
   * The top-level text; Slack cuts what is longer.
   * @see https://api.slack.com/changelog/2018-04-truncating-really-long-messages
   */
  messageText: 40_000,
} as const;
