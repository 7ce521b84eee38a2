/**
 * What pasted output of Windows says, as neutral values: no sentence, and nothing that names a person, a machine other
 * than the KMS host, or a copy of Windows.
 */

import type { ErrorCode } from '../code/error-code';
import type { EventFacts } from './event-facts';
import type { HostAndPort, LicenseFacts } from './license-facts';
import type { SetupFacts, StopFacts } from './setup-facts';

export type * from './event-facts';
export type * from './license-facts';
export type * from './setup-facts';

export interface Facts {
  /** One for each product that `slmgr`, `ospp.vbs` or CIM listed, in the order of the text. */
  readonly licenses: readonly LicenseFacts[];
  /** What commands said of themselves, in the order of the text. */
  readonly outcomes: readonly Outcome[];
  /** Entries of the event log, in the order of the text. */
  readonly events: readonly EventFacts[];
  /** Two requests at the KMS host carry the same client machine ID under different machine names. */
  readonly duplicateCmid?: true;
  /** The host's time minus the client's, by the request's two events (12290 and 12288). */
  readonly clockDifferenceMinutes?: number;
  readonly dns?: DnsFacts;
  readonly port?: PortFacts;
  readonly clock?: ClockFacts;
  readonly setup?: SetupFacts;
  readonly stop?: StopFacts;
}

export type Outcome =
  | { readonly kind: SimpleOutcome }
  /** Every failure that a command reported with a code. */
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'kms-machine-set'; readonly kms?: HostAndPort };

export type SimpleOutcome =
  | 'activated'
  | 'key-installed'
  | 'key-uninstalled'
  | 'kms-machine-cleared'
  | 'product-not-found'
  | 'no-keys-detected'
  | 'key-not-found'
  | 'activation-failed'
  | 'token-only'
  | 'service-not-running'
  | 'restart-needed'
  | 'licenses-reinstalled'
  | 'confirmation-deposited';

export interface ServiceRecord {
  readonly host: string;
  readonly port?: number;
  readonly priority?: number;
  readonly weight?: number;
}

/** What a DNS server, or the lack of one, said of the KMS host's service record. */
export interface DnsFacts {
  readonly outcome: 'found' | 'no-record' | 'timeout' | 'no-server' | 'refused' | 'server-failed';
  /** Empty unless found. */
  readonly records: readonly ServiceRecord[];
}

/** A try to reach a port: Test-NetConnection, PsPing, telnet. */
export interface PortFacts {
  readonly host?: string;
  readonly port?: number;
  readonly isOpen?: boolean;
  readonly isPingAnswered?: boolean;
  /** The name of the host could not be resolved. */
  readonly isNameUnknown?: true;
}

/** What `w32tm` says of the clock. */
export interface ClockFacts {
  /** How far it is from the clock it was compared to; the largest where several were. */
  readonly offsetSeconds?: number;
  /** Where the time comes from; the name of a server is not kept. */
  readonly source?: 'local-clock' | 'hypervisor' | 'server';
  readonly isSynchronized?: boolean;
  readonly isServiceStopped?: true;
  /** The other clock did not answer, or with this. */
  readonly code?: ErrorCode;
}
