/**
 * What pasted output means, as values that a case may keep: numbers, states and codes, and no name of a person, a
 * computer or a network.
 */

import { z } from 'zod';
import type { ErrorCode } from '../code/error-code';
import type { Channel, LicenseStatus, SetupPhase } from '../evidence/facts';
import type { LeadingWhy } from '../evidence/leading-codes';
import { SETUP_OPERATIONS } from '../evidence/setup-facts';

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

const CHANNELS = [
  'kms-client',
  'kms-host',
  'mak',
  'retail',
  'oem',
  'avma',
  'subscription',
  'timebased-eval',
  'timebased',
] as const satisfies readonly Channel[];

const STATUSES = [
  'unlicensed',
  'licensed',
  'initial-grace',
  'additional-grace',
  'non-genuine-grace',
  'notification',
  'extended-grace',
] as const satisfies readonly LicenseStatus[];

const PHASES = [
  'unknown',
  'downlevel',
  'safe-os',
  'first-boot',
  'oobe-boot',
  'uninstall',
] as const satisfies readonly SetupPhase[];

const WHYS = [
  'inside-stop',
  'setup-result',
  'event-12288',
  'event-12289',
  'event-12290',
  'event-12293',
  'notification-reason',
  'license-reason',
  'event-8198',
  'event-other',
  'command-error',
] as const satisfies readonly LeadingWhy[];

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
  status: z.enum(STATUSES).optional(),
  /** The code that the finding is about, and the one inside it. */
  code: code.optional(),
  inner: code.optional(),
  why: z.enum(WHYS).optional(),
  count: count.optional(),
  threshold: count.optional(),
  days: count.optional(),
  minutes: count.optional(),
  port: count.optional(),
  rearms: count.optional(),
  phase: z.enum(PHASES).optional(),
  operation: z.enum(SETUP_OPERATIONS).optional(),
});

/** One thing that pasted output tells. */
export type Finding = z.infer<typeof findingSchema>;

/** More would be a report, not an answer. */
export const MOST_FINDINGS = 8;
