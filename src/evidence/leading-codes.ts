/** Which codes the evidence says matter, the root cause first. */

import { codeValue, type ErrorCode } from '../code/error-code';
import type { EventId, Facts } from './facts';

export interface LeadingCode {
  readonly code: ErrorCode;
  readonly why: LeadingWhy;
}

/** Where a code stood. */
export const LEADING_WHYS = [
  /** The NTSTATUS among a stop's parameters. */
  'inside-stop',
  'setup-result',
  'event-12288',
  'event-12289',
  'event-12290',
  'event-12293',
  'event-8198',
  'event-other',
  /** "Error: 0x…" of a command. */
  'command-error',
  /** ERROR CODE of ospp.vbs, LicenseStatusReason. */
  'license-reason',
  'notification-reason',
] as const;
export type LeadingWhy = (typeof LEADING_WHYS)[number];

/** Events, by how near they are to the cause: what the network said, what the host said, what came of it. */
const EVENT_ORDER: readonly (readonly [EventId, LeadingWhy])[] = [
  [12288, 'event-12288'],
  [12290, 'event-12290'],
  [12289, 'event-12289'],
  [12293, 'event-12293'],
];
/** Events that follow from a failure. */
const LATE_EVENT_ORDER: readonly (readonly [EventId, LeadingWhy])[] = [
  [8198, 'event-8198'],
  [8196, 'event-other'],
  [8200, 'event-other'],
  [8208, 'event-other'],
  [8229, 'event-other'],
  [12321, 'event-other'],
];

const FIRST_FAILURE = 0x8000_0000;

/** The codes that matter, the root cause first, each once; no success and nothing that is only information. */
export function leadingCodes(facts: Facts): readonly LeadingCode[] {
  const codes = new Map<ErrorCode, LeadingWhy>();
  const add = (why: LeadingWhy, code: ErrorCode | undefined) => {
    if (code !== undefined && !codes.has(code)) codes.set(code, why);
  };
  add('inside-stop', facts.stop?.status);
  add('setup-result', facts.setup?.result);
  addEvents(facts, EVENT_ORDER, add);
  for (const outcome of facts.outcomes) if (outcome.kind === 'failed') add('command-error', outcome.code);
  for (const license of facts.licenses) {
    const isFault = license.isInformation === undefined;
    if (isFault) add(license.source === 'slmgr' ? 'notification-reason' : 'license-reason', license.reason);
  }
  addEvents(facts, LATE_EVENT_ORDER, add);
  return [...codes].map(([code, why]) => ({ code, why })).filter(({ code }) => codeValue(code) >= FIRST_FAILURE);
}

function addEvents(
  { events }: Facts,
  order: readonly (readonly [EventId, LeadingWhy])[],
  add: (why: LeadingWhy, code: ErrorCode | undefined) => void,
): void {
  for (const [id, why] of order) for (const event of events) if (event.id === id) add(why, event.code);
}
