/**
 * Where a form was opened. A modal belongs to no conversation, so this travels in its `private_metadata` and comes back
 * when it is sent in.
 *
 * It may be believed: Slack keeps the view as we opened it, a client sends in nothing but the values of its fields, and
 * the request that brings both is signed. Only a holder of the bot token could open a view of another origin. The bot
 * checks rights again by the conversation, and the token beside it as little trusted as a button's payload.
 * @see https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */

import { z } from 'zod';
import { type Place, readPlace, writePlace } from './place';

const metadataSchema = z.object({
  place: z.string(),
  message: z.string().optional(),
  home: z.literal(true).optional(),
  token: z.unknown(),
});

/** What opened the form, as far as its answer needs it. */
export interface FormOrigin {
  readonly place: Place;
  /** The message with the button; absent where there is none that can be updated. */
  readonly messageTs?: string;
  /** It was the person's own page, which shows what the form changes. */
  readonly isHome?: boolean;
}

/** What goes into the metadata beside the form's token. */
export function writeOrigin({ place, messageTs, isHome }: FormOrigin): Readonly<Record<string, unknown>> {
  return {
    place: writePlace(place),
    ...(messageTs === undefined ? {} : { message: messageTs }),
    ...(isHome ? { home: true } : {}),
  };
}

/** Origin and token, or `undefined` for metadata that is none of ours. Never throws. */
export function readOrigin(metadata: string): (FormOrigin & { readonly token: unknown }) | undefined {
  try {
    const { place: text, message, home, token } = metadataSchema.parse(JSON.parse(metadata));
    const place = readPlace(text);
    if (place === undefined) return undefined;
    return { place, token, isHome: home === true, ...(message === undefined ? {} : { messageTs: message }) };
  } catch {
    return undefined;
  }
}
