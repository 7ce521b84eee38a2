/** The weekly report in the triage channel: once a week and channel, skipped when nothing has happened. */

import type { Outgoing } from '../outbox/outgoing';
import { digestView } from '../resolver/desk/digest';
import { makeReport } from '../resolver/desk/report';
import type { Effect, NewEffect } from '../store/ports';
import type { BotParts } from './parts';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** 1970 began on a Thursday; weeks begin on Monday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** The effect that posts the report on the week before the one of `nowMs`; the same key all through the week. */
export function digestEffect(
  platform: string,
  { place, tenant }: { readonly place: string; readonly tenant: string },
  nowMs: number,
): NewEffect {
  const week = Math.floor((nowMs - FIRST_MONDAY_MS) / WEEK_MS);
  return { key: `digest:${platform}:${week}`, kind: 'digest', platform, tenant, caseId: '', version: week, place };
}

/** The report as a message, or `undefined` for a week in which nobody asked anything. */
export async function composeDigest(
  { place, tenant, version: week }: Effect,
  { store, knowledge, defaultLocale }: Pick<BotParts, 'store' | 'knowledge' | 'defaultLocale'>,
): Promise<Outgoing | undefined> {
  const endMs = FIRST_MONDAY_MS + week * WEEK_MS;
  const counts = await store.sumOutcomes(endMs - WEEK_MS, tenant, endMs);
  if (counts.length === 0) return undefined;
  return { kind: 'post', place, reply: digestView(makeReport(counts), knowledge, defaultLocale) };
}
