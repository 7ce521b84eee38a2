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
import type { SlackPress } from './press';

const metadataSchema = z.object({ place: z.string(), message: z.string().optional(), token: z.unknown() });

/** The press that opened the form, as far as its answer needs it. */
export interface FormOrigin {
  readonly place: Place;
  /** The message with the button; absent where it cannot be updated. */
  readonly messageTs?: string;
}

/** What goes into the metadata beside the form's token. */
export function writeOrigin({ place, messageTs, isEphemeral }: SlackPress): { place: string; message?: string } {
  return { place: writePlace(place), ...(isEphemeral ? {} : { message: messageTs }) };
}

/** Origin and token, or `undefined` for metadata that is none of ours. Never throws. */
export function readOrigin(metadata: string): (FormOrigin & { readonly token: unknown }) | undefined {
  try {
    const { place: text, message, token } = metadataSchema.parse(JSON.parse(metadata));
    const place = readPlace(text);
    return place && { place, token, ...(message === undefined ? {} : { messageTs: message }) };
  } catch {
    return undefined;
  }
}
