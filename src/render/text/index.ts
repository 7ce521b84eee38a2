/** The terminal renderer. */

export { renderText, type TextOptions } from './render';
