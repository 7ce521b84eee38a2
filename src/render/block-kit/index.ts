/** The Slack renderer, as the adapter and the terminal use it. */

export { FORM_CALLBACK_ID, renderModal } from './form';
export { renderBlockKit, type SlackMessage } from './render';
export { type Hit, renderHits, renderHome, renderReplyModal, SEARCH_ID } from './view';
