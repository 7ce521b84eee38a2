/** What the page may send, checked before anything else sees it. */

import { z } from 'zod';
import { LOCALES } from '../../i18n/locale';
import { PERSONAS } from './personas';
import { MOST_CHARACTERS, type RefusalReason } from './sentences';

/** Made by the page at random: nobody else can name it. */
const idSchema = z.string().regex(/^[\w-]{1,64}$/);

/** A little more than 1 MB in Base64, so that the bot itself can say that a file is too long. */
const MOST_FILE_CHARACTERS = 1_400_000;
/** What the body of a message may be, its file and text included. */
export const MOST_MESSAGE_BYTES = 2 * 1_048_576;

const actSchema = z.strictObject({
  /** Which board: one a browser. */
  session: idSchema.default('visitor'),
  /** Who sits at the browser; it keeps two browsers' language choices apart. */
  person: idSchema.default('visitor'),
  /** As whom they act. */
  as: z.enum(PERSONAS).default('you'),
  /** The browser's language tag. */
  platformLocale: z.string().max(64).optional(),
});

/** A file as the page sends it: its beginning, when it is too long to be read at all. */
const fileSchema = z.strictObject({
  name: z.string().min(1).max(255),
  base64: z.string().max(MOST_FILE_CHARACTERS),
});

const messageSchema = actSchema
  .extend({
    text: z.string().max(MOST_CHARACTERS),
    file: fileSchema.optional(),
    door: z.enum(['message', 'mention', 'dm']).default('mention'),
    /** The language that the person chose on the page. */
    locale: z.enum(LOCALES).optional(),
  })
  .refine(({ text, file }) => /\S/.test(text) || file !== undefined, { path: ['text'] });

const pressSchema = actSchema.extend({
  /** The message that bears the button; the board knows where it stands. */
  message: idSchema,
  /** The button stands below that message, in what only the presser sees. */
  aside: z.literal(true).optional(),
  /** Whatever the button carried; the bot itself judges it. */
  payload: z.unknown(),
});

/** More than any form of the bot's has. */
const MOST_FIELDS = 10;

const submissionSchema = actSchema.extend({
  /** The message whose button opened the form. */
  message: idSchema,
  token: z.unknown(),
  values: z
    .record(z.string().max(64), z.string().max(MOST_CHARACTERS))
    .refine((values) => Object.keys(values).length <= MOST_FIELDS),
});

export type ActRequest = z.infer<typeof actSchema>;
export type MessageRequest = z.infer<typeof messageSchema>;
export type PressRequest = z.infer<typeof pressSchema>;
export type SubmissionRequest = z.infer<typeof submissionSchema>;

/** A request that can be answered, or why not. */
export type Parsed<T> = { readonly request: T } | { readonly refusal: RefusalReason };

/** Reads a message. Never throws. */
export function parseMessage(rawBody: Buffer): Parsed<MessageRequest> {
  const parsed = messageSchema.safeParse(parseJson(rawBody));
  return parsed.success ? { request: parsed.data } : { refusal: messageRefusal(parsed.error) };
}

/** Reads a press. Never throws. */
export function parsePress(rawBody: Buffer): Parsed<PressRequest> {
  const parsed = pressSchema.safeParse(parseJson(rawBody));
  return parsed.success ? { request: parsed.data } : { refusal: 'malformed' };
}

/** Reads a form that was sent in. Never throws. */
export function parseSubmission(rawBody: Buffer): Parsed<SubmissionRequest> {
  const parsed = submissionSchema.safeParse(parseJson(rawBody));
  return parsed.success ? { request: parsed.data } : { refusal: 'malformed' };
}

/** Reads the session in a query. */
export function parseSession(value: string | null): string | undefined {
  return idSchema.safeParse(value).data;
}

/** What a person can mend by writing something else gets a sentence of its own. */
function messageRefusal({ issues }: z.ZodError): RefusalReason {
  const [first, ...others] = issues.map(({ path, code }) => `${path.join('.')} ${code}`);
  if (others.length > 0) return 'malformed';
  if (first === 'text custom') return 'empty';
  if (first === 'text too_big') return 'tooLong';
  return 'malformed';
}

/** The parsed body, or `undefined`, which no schema here takes. */
function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}
