/** The Teams renderer, as the adapter, the local page and the terminal use it. */

export type { AdaptiveCard, DialogAnswer, DialogCard, PostedCard } from './elements';
export { INPUT_PREFIX, renderDialog } from './form';
export { TEAMS_LIMITS } from './limits';
export { refreshOf } from './refresh';
export { renderAdaptiveCard, renderDialogAnswer, renderPostedCard } from './render';
