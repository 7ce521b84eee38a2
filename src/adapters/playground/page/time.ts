/** Moments as people read them, in their own time zone. */

import type { Locale } from './locale';

/** The time of day. */
export function formatClock(atMs: number, locale: Locale): string {
  return new Date(atMs).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
}

/** Day and time of day. */
export function formatMoment(atMs: number, locale: Locale): string {
  return new Date(atMs).toLocaleString(locale, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
}
