/** The Slack renderer, as the adapter and the terminal use it. */

export { renderBlockKit, type SlackMessage } from './render';
