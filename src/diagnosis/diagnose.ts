/** From what was pasted to what it means for this computer, and to the step that fits. Pure. */

import type { ErrorCode } from '../code/error-code';
import type { Facts } from '../evidence/facts';
import { leadingCodes } from '../evidence/leading-codes';
import { askedHost } from './asked-host';
import { findInEvents } from './events';
import { EDITION, type Finding, MOST_FINDINGS } from './finding';
import { findInLicenses } from './licenses';
import { findInNetwork } from './network';
import { type Start, startOf } from './start';

export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** Codes that the evidence puts first, the root cause before what follows from it. */
  readonly leading: readonly ErrorCode[];
  /** Codes that stand in the text and are no fault there. */
  readonly harmless: readonly ErrorCode[];
  /** Where to go on at once. */
  readonly start?: Start;
  /** The KMS host that the output names. For the first answer only: a name is not kept. */
  readonly kmsHost?: string;
}

/** Nothing was pasted that a reader of output knows. */
const NO_FACTS: Facts = { licenses: [], outcomes: [], events: [] };

/**
 * What the facts mean, with the editions whose published keys stood in the text; `undefined` when that is nothing that one
 * could act on or be calmed by.
 */
export function diagnose(facts: Facts = NO_FACTS, publishedKeys: readonly string[] = []): Diagnosis | undefined {
  const findings = [
    ...findInEvents(facts),
    ...findInLicenses(facts),
    ...findInNetwork(facts),
    ...findInSetup(facts),
    ...findInOutcomes(facts),
    ...publishedKeys.filter((edition) => EDITION.test(edition)).map(publishedKey),
  ].slice(0, MOST_FINDINGS);
  const found = leadingCodes(facts);
  // What a command has just said is a code like any other in the message, and what comes behind it is older.
  const fresh = found.findIndex(({ why }) => why === 'command-error');
  const leading = fresh < 0 ? found : found.slice(0, fresh);
  const [lead] = leading;
  if (findings.length === 0 && lead === undefined) return undefined;
  const leads: Finding[] = lead === undefined || isToldAnyway(lead.why) ? [] : [{ kind: 'leads', ...lead }];
  const { stop } = facts;
  const kmsHost = askedHost(facts);
  const start = startOf(findings, found.length > 0);
  return {
    findings: [...leads, ...findings].slice(0, MOST_FINDINGS),
    // What to do depends on the stop code; the status inside says why.
    leading: leading.flatMap(({ code, why }) =>
      why === 'inside-stop' && stop !== undefined ? [stop.code, code] : [code],
    ),
    harmless: harmlessCodes(facts, leading[0]?.code),
    ...(start === undefined ? {} : { start }),
    ...(kmsHost === undefined ? {} : { kmsHost }),
  };
}

function publishedKey(edition: string): Finding {
  return { kind: 'published-key', edition };
}

/** These findings name their code themselves. */
function isToldAnyway(why: string): boolean {
  return why === 'inside-stop' || why === 'setup-result' || why === 'notification-reason';
}

function findInSetup({ setup, stop }: Facts): Finding[] {
  return [
    ...(setup === undefined
      ? []
      : [
          {
            kind: 'setup' as const,
            code: setup.result,
            ...(setup.phase === undefined ? {} : { phase: setup.phase }),
            ...(setup.operation === undefined ? {} : { operation: setup.operation }),
          },
        ]),
    ...(stop?.status === undefined ? [] : [{ kind: 'stop' as const, code: stop.code, inner: stop.status }]),
  ];
}

function findInOutcomes({ outcomes, licenses }: Facts): Finding[] {
  const kinds = new Set(outcomes.map(({ kind }) => kind));
  const hasKey = licenses.some(({ notInUse }) => notInUse !== true);
  if (kinds.has('activated') || kinds.has('key-installed')) return [{ kind: 'command-done' }];
  const isKeyless = kinds.has('product-not-found') || kinds.has('no-keys-detected') || kinds.has('key-not-found');
  return isKeyless && (licenses.length === 0 || !hasKey) ? [{ kind: 'no-key' }] : [];
}

/** "For information purposes only": how a product came to be licensed is nothing to repair. */
function harmlessCodes({ licenses }: Facts, lead: ErrorCode | undefined): ErrorCode[] {
  return licenses.flatMap(({ reason, isInformation }) =>
    isInformation === true && reason !== undefined && reason !== lead ? [reason] : [],
  );
}
