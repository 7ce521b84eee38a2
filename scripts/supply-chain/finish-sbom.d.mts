export interface SbomPart {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version?: string;
  readonly licenses?: readonly unknown[];
}

export interface Sbom {
  readonly serialNumber: string;
  readonly metadata: { readonly component: SbomPart; readonly [other: string]: unknown };
  readonly components: readonly SbomPart[];
}

export function finishSbom(
  bom: Sbom,
  about: { readonly manifest: { readonly name: string }; readonly licenses: Readonly<Record<string, string>> },
): Sbom;
