/** What an entry of the event log says, as neutral values. */

import type { ErrorCode } from '../code/error-code';
import type { LicenseStatus } from './license-facts';

/** An entry of the log that activation or the KMS host wrote. */
export type EventId = 8196 | 8198 | 8200 | 8208 | 8209 | 8229 | 12288 | 12289 | 12290 | 12293 | 12321;

export interface EventFacts {
  readonly id: EventId;
  /** The result; never a success. */
  readonly code?: ErrorCode;
  /** The result was a success. */
  readonly succeeded?: true;
  /** 12288: the host that was asked. */
  readonly kmsHost?: string;
  readonly port?: number;
  /** 12289: the clients that the host had counted. */
  readonly count?: number;
  /** 12288 and 12290: the count that this client needs, 5 or 25. */
  readonly threshold?: number;
  /** 12289: the client is activated by that answer. */
  readonly isBound?: boolean;
  /** UTC, to the minute: `2026-11-22T19:05`. */
  readonly clientTime?: string;
  readonly licenseState?: LicenseStatus;
  /** Until that state ends. */
  readonly minutesLeft?: number;
  readonly isVirtual?: boolean;
  readonly activationIntervalMinutes?: number;
  readonly renewalIntervalMinutes?: number;
  /** 8198: what set the attempt off. */
  readonly trigger?: 'user-logon' | 'network-available' | 'timer' | 'other';
}
