/** What may reach a terminal: characters that show something. The rest could move the cursor, recolor or reorder. */

/** C0 and C1 controls except tab and line feed, and the marks that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** `text` without characters that a terminal would act on. */
export function toPrintable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}
