/** What we say of pasted output: one sentence a finding, and names for what licenses and Setup tell in words of their own. */

import type { FindingKind } from '../../../diagnosis/finding';
import type { Channel, LicenseStatus, SetupPhase } from '../../../evidence/facts';
import type { LeadingWhy } from '../../../evidence/leading-codes';
import type { Locale } from '../../locale';
import { en } from './en';
import { zhCN } from './zh-cn';

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
type Told = Exclude<FindingKind, 'license'>;

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
  readonly statuses: Readonly<Record<LicenseStatus, string>>;
  readonly phases: Readonly<Record<SetupPhase, string>>;
  /** By Setup's own order, 0x00 to 0x20. */
  readonly operations: readonly string[];
  readonly whys: Readonly<Record<LeadingWhy, string>>;
  readonly findings: Readonly<Record<Told, (words: FindingWords) => string>>;
}

const CATALOG: Readonly<Record<Locale, EvidenceLabels>> = { en, 'zh-CN': zhCN };

export function evidenceLabelsFor(locale: Locale): EvidenceLabels {
  return CATALOG[locale];
}
