/**
 * What pasted output of Windows says, as neutral values: no sentence, and nothing that names a person, a machine other
 * than the KMS host, or a copy of Windows.
 */

import type { ErrorCode } from '../code/error-code';

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

/** What a license was sold as; `timebased` is a time-limited one that is neither an evaluation nor a subscription. */
export type Channel =
  | 'kms-client'
  | 'kms-host'
  | 'mak'
  | 'retail'
  | 'oem'
  | 'avma'
  | 'subscription'
  | 'timebased-eval'
  | 'timebased';

/** @see https://learn.microsoft.com/previous-versions/windows/desktop/sppwmi/softwarelicensingproduct */
export type LicenseStatus =
  | 'unlicensed'
  | 'licensed'
  | 'initial-grace'
  | 'additional-grace'
  | 'non-genuine-grace'
  | 'notification'
  | 'extended-grace';

/** How a client may activate: `slmgr /act-type`. */
export type ActivationType = 'all' | 'ad' | 'kms' | 'token';

export interface LicenseFacts {
  readonly source: 'slmgr' | 'ospp' | 'cim';
  /** As printed: `Windows(R), Professional edition`. */
  readonly name?: string;
  /** The edition's own word: `Professional`, `ServerStandard`, `Office16ProPlusVL_KMS_Client`. */
  readonly edition?: string;
  readonly channel?: Channel;
  readonly status?: LicenseStatus;
  /** Notification Reason, LicenseStatusReason or ERROR CODE; never a success. */
  readonly reason?: ErrorCode;
  /** The reason is no fault: it tells how the product came to be licensed. */
  readonly isInformation?: true;
  /** Until an activated license has to be renewed. */
  readonly expiresInMinutes?: number;
  /** Until a period of grace ends. */
  readonly graceMinutes?: number;
  /** How often Windows may be rearmed. */
  readonly rearms?: number;
  /** How often this product may be rearmed. */
  readonly skuRearms?: number;
  readonly configuredActivationType?: ActivationType;
  /** Activated without an end. */
  readonly activatedPermanently?: true;
  /** No key is installed for it. */
  readonly notInUse?: true;
  /** A KMS client that has no values yet: "Please use slmgr.vbs /ato to activate and update…". */
  readonly neverActivated?: true;
  /** As a KMS client. */
  readonly kms?: KmsClientFacts;
  /** As a KMS host. */
  readonly host?: KmsHostFacts;
}

export interface HostAndPort {
  readonly host: string;
  readonly port?: number;
}

export interface KmsClientFacts {
  /** Set by hand (`/skms`, `/sethst`) or by policy, which switches discovery off. */
  readonly registered?: HostAndPort;
  readonly fromDns?: HostAndPort;
  readonly ipAddress?: string;
  /** "DNS auto-discovery: KMS name not available". */
  readonly dnsAutoDiscoveryFailed?: true;
  readonly isCaching?: boolean;
  readonly activationIntervalMinutes?: number;
  readonly renewalIntervalMinutes?: number;
}

export interface KmsHostFacts {
  readonly isEnabled?: true;
  /** Different clients in the last 30 days. */
  readonly count?: number;
  readonly port?: number;
  readonly isPublishingToDns?: boolean;
  readonly priority?: 'normal' | 'low';
  readonly totalRequests?: number;
  readonly failedRequests?: number;
  readonly licensedRequests?: number;
  readonly unlicensedRequests?: number;
  readonly notificationRequests?: number;
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
  | 'rearmed'
  | 'licenses-reinstalled'
  | 'confirmation-deposited';

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

/** When Windows Setup was in trouble. */
export type SetupPhase = 'unknown' | 'downlevel' | 'safe-os' | 'first-boot' | 'oobe-boot' | 'uninstall';

/** A failure of Windows Setup: `0xC1900101 - 0x4000D`. */
export interface SetupFacts {
  readonly result: ErrorCode;
  /** As Microsoft writes it: `0x4000D`. */
  readonly extend: string;
  readonly phase?: SetupPhase;
  readonly operation?: SetupOperation;
}

/** What Windows Setup was about, by the last two digits of the second code. */
export const SETUP_OPERATIONS = [
  'unknown',
  'copy-payload',
  'download-updates',
  'install-updates',
  'install-recovery-environment',
  'install-recovery-image',
  'replicate-oc',
  'install-drivers',
  'prepare-safe-os',
  'prepare-rollback',
  'prepare-first-boot',
  'prepare-oobe-boot',
  'apply-image',
  'migrate-data',
  'set-product-key',
  'add-unattend',
  'add-driver',
  'enable-feature',
  'disable-feature',
  'register-async-process',
  'register-sync-process',
  'create-file',
  'create-registry',
  'boot',
  'sysprep',
  'oobe',
  'begin-first-boot',
  'end-first-boot',
  'begin-oobe-boot',
  'end-oobe-boot',
  'pre-oobe',
  'post-oobe',
  'add-provisioning-package',
] as const;
export type SetupOperation = (typeof SETUP_OPERATIONS)[number];

/** A stop ("blue screen") with what it was given. */
export interface StopFacts {
  /** Eight digits: `0x0000007E`. */
  readonly code: ErrorCode;
  /** `0x` and upper-case digits without leading zeros, at most four. */
  readonly parameters: readonly string[];
  /** The NTSTATUS among the parameters, where Microsoft documents that there is one. */
  readonly status?: ErrorCode;
}
