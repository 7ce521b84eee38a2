/** Everything Hexfix knows, in memory: what the resolver asks. */

import type { ErrorCode } from '../code/error-code';
import type { Localized } from '../i18n/locale';
import type { Entry, Source } from './entry';
import type { NameTable } from './names';
import type { Organization } from './overlay/organization';
import type { Procedure } from './procedure';

/** A Windows component that owns a range of codes, where the facility bits alone mislead. */
export interface Component {
  readonly id: string;
  /** First and last code of the range, both included. */
  readonly from: ErrorCode;
  readonly to: ErrorCode;
  readonly name: Localized;
  /** One sentence on what kind of fault lies in this range and where to look next. */
  readonly hint: Localized;
  readonly confidence: 'documented' | 'likely';
}

export interface KnowledgeBase {
  /** All entries by their own code, in the order of their codes. */
  readonly entries: ReadonlyMap<ErrorCode, Entry>;
  /**
   * The codes that have an entry, twins included, as far as the number alone tells that it is an error code: what detection
   * believes unasked and may repair a slip to. A stop code is not among them: 0x0000000A may be any ten.
   */
  readonly codes: ReadonlySet<ErrorCode>;
  /** What headers and documentation call a number; read when first asked. */
  readonly names: NameTable;
  /** The codes with this name, case aside: entries' own names and those of the table. */
  codesNamed(symbol: string): readonly ErrorCode[];
  /** The entry of a code, of its severity twin, or of the same fault in another wrapping. */
  find(code: ErrorCode): Entry | undefined;
  /** The narrowest component whose range holds the code. */
  component(code: ErrorCode): Component | undefined;
  /** All follow-up procedures by id. */
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** What an organization has added of its own, where it keeps an overlay. */
  readonly organization?: Organization | undefined;
  /** A source by id. Throws on an id that loading has not seen, which the lint makes impossible. */
  source(id: string): Source;
}
