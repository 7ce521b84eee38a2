/** How terms are written in both languages: `knowledge/glossary.json`. */

import { z } from 'zod';

const text = z.string().min(1);

const glossaryTermSchema = z.strictObject({
  /** The English term, in the singular. */
  term: text,
  /** The Chinese terms of which one must stand where the English term does; the first is preferred. */
  chinese: z.array(text).min(1),
  /** Words that must not stand for it, in either language. */
  not: z.array(text).optional(),
});

export const glossarySchema = z.strictObject({ terms: z.array(glossaryTermSchema) });
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;
