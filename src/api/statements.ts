/** The shapes that the API's answers share: places, rights, statements and what they rest on. */

import { z } from 'zod';
import { LOCALES } from '../i18n/locale';
import { confidenceSchema, methodSchema, placeSchema, rightsSchema } from '../knowledge/entry';

/** A code as it goes out; without the brand that the inside gives it. */
export const codeSchema = z
  .string()
  .regex(/^0x[0-9A-F]{8}$/)
  .describe('An error code: 0x and eight upper-case hexadecimal digits.');

export const localeSchema = z.enum(LOCALES).describe('A language.');
export const idSchema = z.string().describe('An id that stays when texts change.');

/** How sure detection or a reading is. */
export const certaintySchema = z
  .enum(['sure', 'likely', 'guess'])
  .describe('How sure it is: sure, likely, or a guess that needs a look at the screen.');

export const groundsSchema = confidenceSchema.describe(
  'documented: one of the sources says so. likely: our own reading of them.',
);
const sourceIds = z.array(idSchema).describe('The ids of the sources that say so.');

/** An id with its name in the language of the answer. */
export const namedSchema = z.strictObject({ id: z.string(), name: z.string() });

export const causeSchema = z.strictObject({
  text: z.string().describe('One possible cause. Inline code stands in backticks, here as in every text.'),
  confidence: groundsSchema,
  sources: sourceIds,
});

export const stepSchema = z.strictObject({
  id: idSchema,
  text: z.string().describe('What to do.'),
  command: z.string().optional().describe('Commands to run, one a line, as typed; <…> marks what to fill in.'),
  runsOn: placeSchema.describe('The computer or place where the step is done.'),
  runsAs: rightsSchema.describe('Whose rights it needs.'),
  destructive: z.boolean().describe('It changes or removes something that repeating the step does not bring back.'),
  expect: z.string().optional().describe('What a good result looks like, and what a bad one means.'),
  methods: z.array(methodSchema).optional().describe('Only for computers activated in one of these ways.'),
  confidence: groundsSchema,
  sources: sourceIds,
});

export const warningSchema = z.strictObject({ text: z.string(), confidence: groundsSchema, sources: sourceIds });

export const sourceSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  url: z.string().nullable().describe('Null for a header or a script.'),
  date: z.string().describe('Of the document, to the day or to the month: YYYY-MM-DD or YYYY-MM.'),
});

/** Windows' own words for a code. */
export const messageSchema = z.strictObject({
  text: z.string(),
  locale: localeSchema.describe('The language of the text; the other one where nobody has seen it in yours.'),
  origin: z.enum(['windows', 'documentation']).describe('documentation: known from Microsoft’s pages alone.'),
});

export type CauseValue = z.infer<typeof causeSchema>;
export type StepValue = z.infer<typeof stepSchema>;
export type WarningValue = z.infer<typeof warningSchema>;
export type SourceValue = z.infer<typeof sourceSchema>;
export type MessageValue = z.infer<typeof messageSchema>;
