/**
 * What a program gets: the answers of the bot as plain JSON. The OpenAPI document and the schemas of the MCP tools are
 * generated from these shapes.
 */

import { z } from 'zod';
import { areaSchema, confidenceSchema } from '../knowledge/entry';
import {
  causeSchema,
  certaintySchema,
  codeSchema,
  idSchema,
  localeSchema,
  messageSchema,
  namedSchema,
  sourceSchema,
  stepSchema,
  warningSchema,
} from './statements';

export const readingSchema = z.strictObject({
  kind: z.enum(['win32', 'ntstatus', 'hresult', 'stop-code', 'twin']),
  symbols: z.array(z.string()).describe('What headers and documentation call the number when it is read so.'),
  reason: z.string().describe('Why it may be read so, in words.'),
  confidence: certaintySchema,
  code: codeSchema.optional().describe('Another code that can be looked up instead.'),
});

export const fieldsSchema = z.strictObject({
  isFailure: z.boolean(),
  severity: z.number().int().describe('Bits 31 and 30, as NTSTATUS counts them.'),
  facility: z.number().int().describe('Bits 27 to 16.'),
  facilityNames: z.array(z.string()),
  status: z.number().int().describe('Bits 15 to 0.'),
});

const explanation = {
  causes: z.array(causeSchema).describe('Empty for a code without an entry.'),
  steps: z
    .array(stepSchema)
    .describe('What to do, in this order. Empty for a code without an entry: none is invented.'),
  warnings: z.array(warningSchema),
};

/** Everything there is to say about one code in one language. */
export const codeValueSchema = z.strictObject({
  code: codeSchema,
  locale: localeSchema,
  curated: z.boolean().describe('There is an entry with causes and steps. Otherwise the number speaks for itself.'),
  title: z.string(),
  symbols: z.array(z.string()).describe('Symbolic names, the usual one first.'),
  twins: z.array(codeSchema).describe('The same condition under other severity bits.'),
  scope: z
    .enum(['activation', 'general', 'windows'])
    .optional()
    .describe('general: all of Windows uses the code; causes and steps are those of activation.'),
  area: z.strictObject({ id: areaSchema, name: z.string() }).optional().describe('The part of Windows it belongs to.'),
  methods: z.array(namedSchema).describe('The ways of activating Windows with which it is seen.'),
  message: messageSchema.optional(),
  systemMessage: z.string().optional().describe('Of a general code: what Windows says for it anywhere.'),
  ...explanation,
  elsewhere: z
    .strictObject({ area: z.strictObject({ id: areaSchema, name: z.string() }), title: z.string(), ...explanation })
    .optional()
    .describe('Of a general code: what it means where nobody is activating anything.'),
  procedures: z
    .array(z.strictObject({ id: idSchema, title: z.string() }))
    .describe('Step by step, question by question.'),
  related: z.array(codeSchema),
  sources: z.array(sourceSchema),
  component: z
    .strictObject({ name: z.string(), hint: z.string(), confidence: confidenceSchema })
    .optional()
    .describe('The part of Windows that owns the range in which the code lies.'),
  readings: z.array(readingSchema).describe('How the number may be read, the most trustworthy first.'),
  fields: fieldsSchema,
  decimal: z.strictObject({ signed: z.number().int(), unsigned: z.number().int() }),
  retired: z.string().optional().describe('Why the entry must no longer be used.'),
});

/** What the bot says, without buttons. */
export const replySchema = z.strictObject({
  kind: z
    .string()
    .describe('Why the reply looks as it does: found, several, guess, general, unknown, evidence, guide …'),
  title: z.string(),
  text: z.string().describe('The whole reply in plain words.'),
});

export const explainedSchema = z.strictObject({
  written: z.string().optional().describe('A slip of the pen as it stands in the text: the code is a guess.'),
  others: z.array(codeSchema).describe('The other codes in the text, in the order in which to look at them.'),
  keysHidden: z.number().int().describe('How many product keys were hidden before anything was read.'),
  reply: replySchema,
  explained: codeValueSchema,
});

export const mentionSchema = z.strictObject({
  code: codeSchema,
  as: z
    .enum(['known', 'decoded', 'suggested'])
    .describe('known: it has an entry. decoded: its number is read. suggested: a slip, repaired.'),
  confidence: certaintySchema,
  span: z
    .strictObject({ start: z.number().int(), end: z.number().int() })
    .describe('UTF-16 offsets, the end excluded.'),
});

export const askedSchema = z.strictObject({
  answers: z.boolean().describe('Whether the bot would answer.'),
  reason: z.enum(['addressed', 'sure-code', 'no-code', 'not-sure']),
  why: z.string().describe('The reason in words.'),
  locale: localeSchema,
  keysHidden: z.number().int().describe('How many product keys were hidden before anything was read.'),
  lead: codeSchema.nullable().describe('The code to begin with; null where the bot is silent or there is none.'),
  codes: z.array(mentionSchema).describe('The codes in the text, in its order.'),
  findings: z.array(z.string()).describe('What pasted output says, in words.'),
  goOn: z
    .strictObject({ procedure: idSchema, title: z.string(), step: idSchema, ask: z.string() })
    .optional()
    .describe('The step of a procedure where pasted output leads.'),
  reply: replySchema.optional().describe('What the bot would say. Missing where it would be silent.'),
  explained: codeValueSchema.optional().describe('The lead, explained.'),
});

export const foundSchema = z.strictObject({
  locale: localeSchema,
  hits: z.array(
    z.strictObject({
      code: codeSchema,
      title: z.string(),
      score: z.number().describe('Ranks within one answer; it has no other meaning.'),
    }),
  ),
  would: z
    .enum(['answer', 'choices', 'nothing'])
    .describe('What the bot does with these words: answers with one code, offers a few, or says that nothing fits.'),
});

export type ReadingValue = z.infer<typeof readingSchema>;
export type FieldsValue = z.infer<typeof fieldsSchema>;
export type CodeValue = z.infer<typeof codeValueSchema>;
export type ReplyValue = z.infer<typeof replySchema>;
export type Explained = z.infer<typeof explainedSchema>;
export type Asked = z.infer<typeof askedSchema>;
export type Found = z.infer<typeof foundSchema>;
