/**
 * A post that somebody points at, as Teams hands it to a message action: its words, and those of what is attached.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command
 */

import { z } from 'zod';
import { parseJson } from '../../ops/parse-json';
import { htmlToText } from './html-text';

const attachmentSchema = z.object({ content: z.string().optional().catch(undefined) });

/** The parts that we read. Who wrote it is none of them: it is answered to whoever asks. */
export const messagePayloadSchema = z.object({
  id: z.string().min(1).max(2_048).optional().catch(undefined),
  body: z
    .object({ contentType: z.string().optional().catch(undefined), content: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  attachments: z
    .array(attachmentSchema.or(z.unknown().transform(() => ({ content: undefined }))))
    .optional()
    .catch(undefined),
});

export type MessagePayload = z.infer<typeof messagePayloadSchema>;

/** The properties of cards, code blocks and quoted posts that hold words to read. */
const WORDS: ReadonlySet<string> = new Set(['text', 'title', 'subtitle', 'value', 'code', 'messagePreview']);

/** The words of the post, a line for each of its lines. */
export function textOfPayload({ body, attachments = [] }: MessagePayload): string {
  const content = body?.content ?? '';
  const own = body?.contentType === 'text' ? content.trim() : htmlToText(content);
  return [own, ...attachments.flatMap((attachment) => wordsOf(attachment.content ?? ''))]
    .filter((text) => text !== '')
    .join('\n');
}

/** Attachments that are cards and the like carry their content as JSON; files carry none. */
function wordsOf(content: string): string[] {
  const words: string[] = [];
  (function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string' && WORDS.has(name)) words.push(htmlToText(value));
      else visit(value);
    }
  })(parseJson(Buffer.from(content)));
  return words;
}
