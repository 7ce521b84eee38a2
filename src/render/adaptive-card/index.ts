/** The Teams renderer, as the adapter, the local page and the terminal use it. */

export type { AdaptiveCard } from './elements';
export { renderAdaptiveCard } from './render';
