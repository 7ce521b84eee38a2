/** A report of Stryker's, as far as it is read. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

export interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

export interface Score {
  readonly found: number;
  readonly missed: number;
  /** Of found and missed, those that were found; 0 without any. */
  readonly percent: number;
}

export function readReport(report: Report): { readonly score: Score; readonly survivors: readonly string[] };
export function addScores(scores: readonly Score[]): Score;
export function describeScore(score: Score): string;
