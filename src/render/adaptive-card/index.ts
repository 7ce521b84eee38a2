/** The Teams renderer, as the adapter, the local page and the terminal use it. */

export type { AdaptiveCard, DialogCard } from './elements';
export { INPUT_PREFIX, renderDialog } from './form';
export { renderAdaptiveCard } from './render';
