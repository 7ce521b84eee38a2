/** What was said of a license, as neutral values. */

import type { ErrorCode } from '../code/error-code';

/** What a license was sold as; `timebased` is a time-limited one that is neither an evaluation nor a subscription. */
export const CHANNELS = [
  'kms-client',
  'kms-host',
  'mak',
  'retail',
  'oem',
  'avma',
  'subscription',
  'timebased-eval',
  'timebased',
] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * By the number that WMI and the event log give it.
 * @see https://learn.microsoft.com/previous-versions/windows/desktop/sppwmi/softwarelicensingproduct
 */
export const LICENSE_STATUSES = [
  'unlicensed',
  'licensed',
  'initial-grace',
  'additional-grace',
  'non-genuine-grace',
  'notification',
  'extended-grace',
] as const;
export type LicenseStatus = (typeof LICENSE_STATUSES)[number];

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
