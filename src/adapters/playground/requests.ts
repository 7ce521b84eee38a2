/** What the page may send, checked before anything else sees it. */

import { z } from 'zod';
import { LOCALES } from '../../i18n/locale';
import { PERSONAS } from './personas';
import { MOST_CHARACTERS, type RefusalReason } from './sentences';

/** Made by the page at random: nobody else can name it. */
const idSchema = z.string().regex(/^[\w-]{1,64}$/);

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

const messageSchema = actSchema.extend({
  text: z.string().regex(/\S/).max(MOST_CHARACTERS),
  door: z.enum(['message', 'mention', 'dm']).default('mention'),
  /** The language that the person chose on the page. */
  locale: z.enum(LOCALES).optional(),
});

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
  if (first === 'text invalid_format') return 'empty';
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
