/**
 * What an effect keeps beside the case: a few words out of fixed lists, never anything that somebody has written. They
 * tell what to say where no case does.
 */

import { z } from 'zod';
import { FILE_TROUBLES } from '../resolver/desk/file-notes';

const page = z.enum(['home', 'cases', 'settings']);

/** Our own words, by name, that answer a post which opens no case. */
const wordsSchema = z.discriminatedUnion('say', [
  z.strictObject({ say: z.enum(['help', 'nothing', 'report']) }),
  z.strictObject({ say: z.literal('usage'), nearest: z.string().regex(/^[a-z]{1,16}$/) }),
  /** `alone`: a button that opens the page, where others read along. */
  z.strictObject({ say: z.enum(['page', 'alone']), page }),
  z.strictObject({ say: z.literal('muted'), until: z.union([z.number(), z.enum(['until-unmuted', 'unmuted'])]) }),
]);

const noteSchema = z.strictObject({
  words: wordsSchema.optional(),
  /** Files that led to nothing. */
  files: z.array(z.enum(FILE_TROUBLES)).readonly().optional(),
});

export type Words = z.infer<typeof wordsSchema>;
export type Note = z.infer<typeof noteSchema>;

export function writeNote(note: Note): string {
  return JSON.stringify(note);
}

/** Empty for what another release may have written otherwise. Never throws. */
export function readNote(text: string | undefined): Note {
  if (text === undefined) return {};
  try {
    return noteSchema.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}
