/** All lint rules. To add one: write its file in rules/, add it here, and prove in its test that it can fail. */

import type { Rule } from './rule';
import { bothLocales } from './rules/both-locales';
import { canonicalCode } from './rules/canonical-code';
import { commandSanity } from './rules/command-sanity';
import { documentedHasSource } from './rules/documented-has-source';
import { filenameIsCode } from './rules/filename-is-code';
import { glossaryTerms } from './rules/glossary-terms';
import { knownCodes } from './rules/known-codes';
import { knownProcedures } from './rules/known-procedures';
import { linkWithoutLocale } from './rules/link-without-locale';
import { noActivators } from './rules/no-activators';
import { procedureGraph } from './rules/procedure-graph';
import { propertyOrder } from './rules/property-order';
import { schema } from './rules/schema';
import { sharedTokens } from './rules/shared-tokens';
import { sourceCovered } from './rules/source-covered';
import { zhTypography } from './rules/zh-typography';

export const RULES: readonly Rule[] = [
  schema,
  filenameIsCode,
  canonicalCode,
  bothLocales,
  sharedTokens,
  zhTypography,
  glossaryTerms,
  linkWithoutLocale,
  knownCodes,
  procedureGraph,
  sourceCovered,
  propertyOrder,
  documentedHasSource,
  knownProcedures,
  commandSanity,
  noActivators,
];
