/**
 * Reads the two codes of a failed Windows Setup: `0xC1900101 - 0x4000D`.
 * @see https://learn.microsoft.com/windows/deployment/upgrade/windows-upgrade-error-codes
 */

import { toErrorCode } from '../code/error-code';
import { compact } from './compact';

import type { Page } from './page';
import { SETUP_OPERATIONS, SETUP_PHASES, type SetupFacts } from './setup-facts';

/** People who copy it by hand put in a zero too many: `0x400017`. */
const EXTEND = '(?<ext0x>0x)?(?<extend>[0-5]00{1,2}[0-2][0-9a-f])(?![0-9a-z])';
const RESULT = '(?<![0-9a-z])(?<res0x>0x)?(?<result>[0-9a-f]{8})';

/** The two as Windows writes them, in logs with a comma; as words around them; as parameters of an error report. */
const PAIRS = [
  new RegExp(`${RESULT}\\s{0,3}[-\\u2013\\u2014,/]{1,2}\\s{0,3}${EXTEND}`, 'gi'),
  new RegExp(
    `result[^\\n:=]{0,20}[:=]?\\s{0,3}${RESULT}[^\\n]{0,20}\\n?[^\\n]{0,20}exten[a-z]{1,4}[^\\n:=]{0,20}[:=]?\\s{0,3}${EXTEND}`,
    'gi',
  ),
  new RegExp(`\\bP5\\s?:\\s?${RESULT}\\s{1,4}P6\\s?:\\s?${EXTEND}`, 'gi'),
];

const FIRST_FAILURE = 0x8000_0000;

/** The last pair in a text: a log ends with the one that counts. */
export function readSetupPair(page: Page): SetupFacts | undefined {
  if (!page.mentions(['0x'])) return undefined;
  let last: SetupFacts | undefined;
  let lastAt = -1;
  for (const pattern of PAIRS) {
    for (const { groups, index } of page.text.matchAll(pattern)) {
      const facts = describe(groups ?? {});
      if (facts !== undefined && index > lastAt) [last, lastAt] = [facts, index];
    }
  }
  return last;
}

/** One of the two has to say that it is hex, or it may be a telephone number. */
function describe({ res0x, result = '', ext0x, extend = '' }: Record<string, string | undefined>) {
  const value = Number.parseInt(result, 16);
  if (value < FIRST_FAILURE || (res0x === undefined && ext0x === undefined)) return undefined;
  return compact<SetupFacts>({
    result: toErrorCode(value),
    extend: `0x${extend.toUpperCase()}`,
    phase: SETUP_PHASES[Number.parseInt(extend.slice(0, 1), 16)],
    operation: SETUP_OPERATIONS[Number.parseInt(extend.slice(-2), 16)],
  });
}
