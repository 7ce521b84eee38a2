/** A recorded request: what a platform has sent, with made-up ids and without its proof of origin. */

import { z } from 'zod';

export const PLATFORMS = ['slack', 'teams'] as const;
export type SimulatedPlatform = (typeof PLATFORMS)[number];

const headersSchema = z.record(z.string(), z.string());
const jsonRequestSchema = z.strictObject({
  headers: headersSchema.optional(),
  body: z.record(z.string(), z.unknown()),
});
/** Fields that are no text are sent as JSON, as Slack sends its `payload`. */
const formRequestSchema = z.strictObject({
  headers: headersSchema.optional(),
  form: z.record(z.string(), z.unknown()),
});
const requestSchema = z.union([jsonRequestSchema, formRequestSchema]);

export const recordingSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  door: z.string().min(1),
  /** What has happened before, sent first and not shown: the post that an edit changes. */
  before: z.array(requestSchema).optional(),
  request: requestSchema,
  /** What the platform says when it is asked, by the end of the address: JSON, or the text of a file. */
  answers: z.record(z.string(), z.unknown()).optional(),
});

export type RecordedRequest = z.infer<typeof requestSchema>;
export type Recording = Readonly<z.infer<typeof recordingSchema>>;

type Fields = Readonly<Record<string, unknown>>;

/** The body and its type as they go over the wire, once its fields went through `lead`. */
export function encodeRequest(
  request: RecordedRequest,
  lead: (fields: Fields) => Fields,
): { readonly contentType: string; readonly body: string } {
  if ('body' in request) {
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(lead(request.body)) };
  }
  const fields = Object.entries(lead(request.form)).map(([name, value]): [string, string] => {
    return [name, typeof value === 'string' ? value : JSON.stringify(value)];
  });
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}
