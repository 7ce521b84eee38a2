/**
 * The shape of what we know about one code: `knowledge/codes/<code>.json`. The JSON Schema in `knowledge/schema/` is
 * generated from here.
 */

import { z } from 'zod';
import type { ErrorCode } from '../code/error-code';
import { LOCALES } from '../i18n/locale';
import { AREAS } from './families';

const text = z.string().trim().min(1);

/** One text in both languages. Inline code stands in backticks; nothing else is markup. */
export const localizedSchema = z.strictObject({ en: text, 'zh-CN': text });

export const errorCodeSchema = z
  .string()
  .regex(/^0x[0-9A-F]{8}$/, 'write a code as 0x and eight upper-case hex digits')
  .transform((code) => code as ErrorCode);

/** An id of ours: lower-case words with hyphens. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** `documented`: a source says so. `likely`: our reading, and shown as such. */
export const confidenceSchema = z.enum(['documented', 'likely']);

export const methodSchema = z.enum(['mak', 'kms-client', 'kms-host']);
export const placeSchema = z.enum([
  'client',
  'other-computer',
  'kms-host',
  'hyper-v-host',
  'dns-server',
  'domain-controller',
  'update-server',
  'network',
  'admin-center',
  'phone',
]);
export const rightsSchema = z.enum(['user', 'admin']);

/** What a statement rests on; a documented one names at least one source of `knowledge/sources/`. */
const grounds = { confidence: confidenceSchema, sources: z.array(idSchema) };

const messageOriginSchema = z.enum(['windows', 'documentation']);

/** Windows' own words, in the languages in which we know them. */
const knownTextSchema = z.strictObject({ en: text.optional(), 'zh-CN': text.optional() });

export const areaSchema = z.enum(AREAS);

const causeSchema = z.strictObject({ text: localizedSchema, ...grounds });

const stepSchema = z.strictObject({
  /** Stable within the entry: a button carries it, so a step keeps its id when steps are added around it. */
  id: idSchema,
  /** What to do, as one or two sentences. */
  text: localizedSchema,
  /** Commands to run, one a line, exactly as typed; the same in both languages. `<MAK>` marks what to fill in. */
  command: text.optional(),
  runsOn: placeSchema,
  runsAs: rightsSchema,
  /** Changes or removes something that cannot be put back by repeating the step. */
  destructive: z.boolean(),
  /** What a good result looks like, and what a bad one means. */
  expect: localizedSchema.optional(),
  /** Only for machines activated this way; absent means every method of the entry. */
  methods: z.array(methodSchema).min(1).optional(),
  ...grounds,
});

const warningSchema = z.strictObject({ text: localizedSchema, ...grounds });

/** What an explanation is made of, whatever it explains. */
const explanation = {
  causes: z.array(causeSchema).min(1),
  steps: z.array(stepSchema).min(1),
  warnings: z.array(warningSchema),
};

/** What a general code means where nobody is activating anything. */
const elsewhereSchema = z.strictObject({
  area: areaSchema,
  title: localizedSchema,
  ...explanation,
});

/** The keys of an entry, before what must hold between them. */
export const entryShape = z.strictObject({
  $schema: z.string().optional(),
  code: errorCodeSchema,
  /** The name in Microsoft's headers; null where none defines the code. */
  symbol: text.nullable(),
  /**
   * `activation` codes are about activating Windows or Office, `windows` codes are not. `general` codes come from all of
   * Windows, and mean activation only where the message speaks of it.
   */
  scope: z.enum(['activation', 'general', 'windows']),
  /** Of a `windows` code: the part of Windows that it belongs to. */
  area: areaSchema.optional(),
  /**
   * How it ranks beside other codes of one message: a `cause` explains, a `collective` code stands for whatever went
   * wrong underneath, a `state` only tells what the machine has become.
   */
  role: z.enum(['cause', 'collective', 'state']),
  /** The ways of activating with which the code is seen; none of a `windows` code. */
  methods: z.array(methodSchema),
  /** The same condition under other severity bits, for example 0x4004F065 for 0xC004F065. */
  twins: z.array(errorCodeSchema).optional(),
  /** Our own short title, without the code. */
  title: localizedSchema,
  /** The message, letter by letter; left out in a language in which nobody has seen it. */
  message: knownTextSchema,
  /** Whose words the message is: `windows` has been seen printed, `documentation` is only known from Microsoft's pages. */
  messageOrigin: z.strictObject({ en: messageOriginSchema.optional(), 'zh-CN': messageOriginSchema.optional() }),
  /** Of a general code: the text that Windows has for it anywhere, letter by letter. */
  systemMessage: localizedSchema.optional(),
  /** Other documented wordings of the message. */
  aliases: z.strictObject({ en: z.array(text), 'zh-CN': z.array(text) }),
  /** How people describe the trouble without naming the code: what the symptom search looks for beside the texts. */
  symptoms: z.strictObject({ en: z.array(text), 'zh-CN': z.array(text) }).optional(),
  ...explanation,
  elsewhere: elsewhereSchema.optional(),
  related: z.array(errorCodeSchema),
  /** Follow-up procedures by id, the first one first. */
  procedures: z.array(idSchema),
  /** Everything the entry was drawn from, by id. */
  sources: z.array(idSchema).min(1),
  /** Why the entry must no longer be used. A code is never deleted. */
  retired: localizedSchema.optional(),
});

export const entrySchema = entryShape
  .refine(({ scope, systemMessage }) => (scope === 'general') === (systemMessage !== undefined), {
    path: ['systemMessage'],
    message: 'a general code has one, other codes have none',
  })
  .refine(({ scope, elsewhere }) => (scope === 'general') === (elsewhere !== undefined), {
    path: ['elsewhere'],
    message: 'a general code tells what it means elsewhere, other codes mean the same everywhere',
  })
  .refine(({ scope, area }) => (scope === 'windows') === (area !== undefined), {
    path: ['area'],
    message: 'a windows code has one, other codes have none',
  })
  .refine(({ scope, methods }) => (scope === 'windows') === (methods.length === 0), {
    path: ['methods'],
    message: 'a windows code has none, other codes have at least one',
  })
  .refine(({ message, messageOrigin }) => LOCALES.every((each) => each in message === each in messageOrigin), {
    path: ['messageOrigin'],
    message: 'a message says whose words it is, in each language that it is known in',
  });

/** Everything known about one code. */
export type Entry = z.infer<typeof entrySchema>;
export type Step = z.infer<typeof stepSchema>;
export type Warning = z.infer<typeof warningSchema>;
export type ActivationMethod = z.infer<typeof methodSchema>;
export type Place = z.infer<typeof placeSchema>;

/** A document that entries were drawn from: a file of `knowledge/sources/`, keyed by id. */
export const sourceSchema = z.strictObject({
  title: localizedSchema,
  /** Without a locale, so that the site shows each reader their own language. Null for a header or a script. */
  url: z.url({ protocol: /^https$/ }).nullable(),
  /** The document's own date, to the day or to the month; of one that bears none, the month in which it was read. */
  date: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/),
  /** The codes that the document sets out to explain; each must have an entry. */
  lists: z.array(errorCodeSchema).optional(),
});
export const sourcesSchema = z.record(idSchema, sourceSchema);
export type Source = z.infer<typeof sourceSchema>;
