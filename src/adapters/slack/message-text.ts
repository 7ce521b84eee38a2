/**
 * What a message says, whatever it is made of: bots often leave the text empty, or write no more into it than a title, and
 * put the rest into blocks or attachments.
 * @see https://docs.slack.dev/reference/messaging/attachments
 */

import { z } from 'zod';

const messageSchema = z.object({
  text: z.string().catch(''),
  blocks: z.array(z.unknown()).catch([]),
  attachments: z.array(z.unknown()).catch([]),
  bot_id: z.string().optional().catch(undefined),
});

/** Fields that hold words, in the order in which people read them; all others are names, styles and addresses. */
const WORDS = ['pretext', 'title', 'text', 'elements', 'fields', 'value', 'blocks', 'rows', 'footer'] as const;

/** More than a message may hold. */
const DEEPEST = 12;

/**
 * The words of a message. What a person writes is all in the text, and attachments are what Slack shows of their links; a
 * bot's text is often no more than what a notification shows.
 */
export function readMessageText(message: unknown): string {
  const parsed = messageSchema.safeParse(message);
  if (!parsed.success) return '';
  const { text, blocks, attachments, bot_id } = parsed.data;
  const isWhole = text.trim() !== '' && bot_id === undefined;
  return isWhole ? text : [text, ...wordsIn(blocks), ...wordsIn(attachments)].filter((part) => part !== '').join('\n');
}

function wordsIn(node: unknown, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap((each) => wordsIn(each, depth + 1));
  if (!isRecord(node)) return [];
  // What a sentence is made of belongs on one line: a code may be a run of its own.
  if (typeof node.type === 'string' && node.type.startsWith('rich_text_')) return [inLine(node, depth)];
  return WORDS.flatMap((field) => wordsIn(node[field], depth + 1));
}

function inLine({ type, elements }: Readonly<Record<string, unknown>>, depth: number): string {
  return wordsIn(elements, depth + 1).join(type === 'rich_text_list' ? '\n' : '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
