/** What we say of pasted output: one sentence a finding, and names for what licenses and Setup tell in words of their own. */

import type { Locale } from '../../locale';
import { en } from './en';
import { zhCN } from './zh-cn';

type Channel =
  | 'kms-client'
  | 'kms-host'
  | 'mak'
  | 'retail'
  | 'oem'
  | 'avma'
  | 'subscription'
  | 'timebased-eval'
  | 'timebased';

type Status =
  | 'unlicensed'
  | 'licensed'
  | 'initial-grace'
  | 'additional-grace'
  | 'non-genuine-grace'
  | 'notification'
  | 'extended-grace';

type Phase = 'unknown' | 'downlevel' | 'safe-os' | 'first-boot' | 'oobe-boot' | 'uninstall';

/** What a sentence may speak of; a finding fills in what it has. */
export interface FindingWords {
  readonly code: string;
  readonly inner: string;
  readonly edition: string;
  readonly channel: string;
  readonly status: string;
  readonly why: string;
  readonly phase: string;
  readonly operation: string;
  readonly count: number;
  readonly threshold: number;
  readonly days: number;
  readonly minutes: number;
  /** 0 where it is not known. */
  readonly port: number;
}

/** Findings that are told as a sentence; `license` is told as facts. */
type Told =
  | 'activated'
  | 'grace'
  | 'notification'
  | 'no-key'
  | 'never-activated'
  | 'not-volume'
  | 'is-kms-host'
  | 'dns-name-missing'
  | 'host-set-by-hand'
  | 'no-rearms'
  | 'host-count'
  | 'host-refuses'
  | 'host-not-published'
  | 'leads'
  | 'host-answered'
  | 'count-below'
  | 'count-reached'
  | 'clock-difference'
  | 'same-machine-id'
  | 'publishing-failed'
  | 'no-genuine-ticket'
  | 'dns-found'
  | 'dns-no-record'
  | 'dns-no-answer'
  | 'port-open'
  | 'port-closed'
  | 'port-name-unknown'
  | 'clock-off'
  | 'clock-right'
  | 'clock-unsynchronized'
  | 'clock-service-stopped'
  | 'setup'
  | 'stop'
  | 'command-done'
  | 'published-key';

type Why =
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

export interface EvidenceLabels {
  /** Over the findings. */
  readonly heading: string;
  /** Over the answer to output that holds no code. */
  readonly title: string;
  /** There is nothing to repair. */
  readonly fine: string;
  /** It holds nothing that leads on. */
  readonly unclear: string;
  readonly edition: string;
  readonly channel: string;
  readonly status: string;
  readonly expires: string;
  readonly days: (count: number) => string;
  readonly kmsHost: string;
  readonly rearms: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly phases: Readonly<Record<Phase, string>>;
  /** By Setup's own order, 0x00 to 0x20. */
  readonly operations: readonly string[];
  readonly whys: Readonly<Record<Why, string>>;
  readonly findings: Readonly<Record<Told, (words: FindingWords) => string>>;
}

const CATALOG: Readonly<Record<Locale, EvidenceLabels>> = { en, 'zh-CN': zhCN };

export function evidenceLabelsFor(locale: Locale): EvidenceLabels {
  return CATALOG[locale];
}
