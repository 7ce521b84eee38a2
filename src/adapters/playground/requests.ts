/** What the page may send, checked before anything else sees it. */

import { z } from 'zod';
import { LOCALES } from '../../i18n/locale';
import { MOST_CHARACTERS, type RefusalReason } from './sentences';

/** Made by the page at random; it only keeps two browsers' language choices apart. */
const personSchema = z.string().regex(/^[\w-]{1,64}$/);

const messageSchema = z.strictObject({
  text: z.string().regex(/\S/).max(MOST_CHARACTERS),
  door: z.enum(['message', 'mention', 'dm']).default('mention'),
  person: personSchema.default('visitor'),
  /** The language that the person chose on the page. */
  locale: z.enum(LOCALES).optional(),
  /** The browser's language tag. */
  platformLocale: z.string().max(64).optional(),
});

const pressSchema = z.strictObject({
  /** Whatever the button carried; the bot itself judges it. */
  payload: z.unknown(),
  person: personSchema.default('visitor'),
  platformLocale: z.string().max(64).optional(),
});

export type MessageRequest = z.infer<typeof messageSchema>;
export type PressRequest = z.infer<typeof pressSchema>;

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
