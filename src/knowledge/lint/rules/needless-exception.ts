/** Rule: an exception that is over, or that nothing needs any more, is itself a fault. */

import { covers, type Exception, isExpired } from '../exceptions';
import type { Finding } from '../finding';

/** Checks the exceptions against all findings, suppressed ones included. */
export function findNeedlessExceptions(
  exceptions: readonly Exception[],
  findings: readonly Finding[],
  today: string,
): Finding[] {
  return exceptions.flatMap((exception, index) => {
    const isNeeded = findings.some((finding) => covers(exception, finding));
    const expired = isExpired(exception, today);
    if (isNeeded && !expired) return [];
    const name = `${exception.rule} for "${exception.value}" in ${exception.file}`;
    return {
      rule: 'needless-exception',
      file: 'exceptions.json',
      path: `[${index}]`,
      value: exception.value,
      what: isNeeded
        ? `the exception to ${name} ended on ${exception.expires}`
        : `nothing needs the exception to ${name}`,
      why: 'an exception that stays would hide the next fault at that place',
      fix: isNeeded ? 'correct what it excused, or decide anew and give it another day' : 'remove the exception',
    };
  });
}
