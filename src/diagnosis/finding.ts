/**
 * What pasted output means, as values that a case may keep: numbers, states and codes, and no name of a person, a
 * computer or a network.
 */

import { z } from 'zod';
import type { ErrorCode } from '../code/error-code';
import { LEADING_WHYS } from '../evidence/leading-codes';
import { CHANNELS, LICENSE_STATUSES } from '../evidence/license-facts';
import { SETUP_OPERATIONS, SETUP_PHASES } from '../evidence/setup-facts';

/** What can be found. The words for each stand in the labels. */
export const FINDING_KINDS = [
  'license',
  'activated',
  'grace',
  'notification',
  'no-key',
  'never-activated',
  'not-volume',
  'is-kms-host',
  'dns-name-missing',
  'host-set-by-hand',
  'no-rearms',
  'host-count',
  'host-refuses',
  'host-not-published',
  'leads',
  'host-answered',
  'count-below',
  'count-reached',
  'clock-difference',
  'same-machine-id',
  'publishing-failed',
  'no-genuine-ticket',
  'dns-found',
  'dns-no-record',
  'dns-no-answer',
  'port-open',
  'port-closed',
  'port-name-unknown',
  'clock-off',
  'clock-right',
  'clock-unsynchronized',
  'clock-service-stopped',
  'setup',
  'stop',
  'command-done',
  'published-key',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

const code = z
  .string()
  .regex(/^0x[0-9A-F]{8}$/)
  .transform((text) => text as ErrorCode);
const count = z.number().int().min(0).max(4_294_967_295);

/** Editions come from what people paste: nothing that could be markup, and no name of anybody. */
export const EDITION = /^[\p{L}\p{N} .,:()/–-]{1,80}$/u;

export const findingSchema = z.strictObject({
  kind: z.enum(FINDING_KINDS),
  /** The edition's own word: `Professional`, `ServerStandard`; of a published key, what it installs. */
  edition: z.string().regex(EDITION).optional(),
  channel: z.enum(CHANNELS).optional(),
  status: z.enum(LICENSE_STATUSES).optional(),
  /** The code that the finding is about, and the one inside it. */
  code: code.optional(),
  inner: code.optional(),
  why: z.enum(LEADING_WHYS).optional(),
  count: count.optional(),
  threshold: count.optional(),
  days: count.optional(),
  minutes: count.optional(),
  port: count.optional(),
  rearms: count.optional(),
  phase: z.enum(SETUP_PHASES).optional(),
  operation: z.enum(SETUP_OPERATIONS).optional(),
});

/** One thing that pasted output tells. */
export type Finding = z.infer<typeof findingSchema>;

/** More would be a report, not an answer. */
export const MOST_FINDINGS = 8;
