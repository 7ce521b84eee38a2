/** A fault of ours or of a setting, in the three parts that everything we say has. */

/** What happened, why it matters, what to do about it. */
export interface Fault {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** An error whose message an operator can act on. `exitCode` is 78 (EX_CONFIG) for settings, 1 for the rest. */
export class FaultError extends Error {
  override readonly name = 'FaultError';

  constructor(
    readonly faults: readonly Fault[],
    readonly exitCode: 1 | 78 = 1,
  ) {
    super(faults.map(formatFault).join('\n'));
  }
}

/** A fault as indented lines. */
export function formatFault({ what, why, fix }: Fault): string {
  return `${what}\n  why  ${why}\n  fix  ${fix}`;
}
