export interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface Decision {
  readonly license: string | undefined;
  readonly means?: string;
  readonly because: string;
}

export interface Counts {
  readonly all: number;
  readonly program: number;
}

export const DECIDED: Readonly<Record<string, Decision>>;
export const LOCKS: readonly {
  /** Below the project's. */
  readonly folder: string;
  readonly most: Counts;
  readonly decided: Readonly<Record<string, Decision>>;
}[];

export function findLockFaults(input: {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly lock: { readonly packages: Readonly<Record<string, LockEntry>> };
  readonly licenseOf?: (path: string) => string | undefined;
  readonly most: Counts;
  readonly decided: Readonly<Record<string, Decision>>;
}): readonly string[];
