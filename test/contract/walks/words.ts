/** Words as people read them, whatever markup and escapes the platform needs around them. */

/** Without code marks, escapes and spacing, so that a text compares equal on the card and read aloud. */
export function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[\s`\\•]/g, '');
}

/** The first sentence in either language, without its full stop. */
export function gist(text: string): string {
  const [first = text] = text.split(/(?<=[。？！])|(?<=[.?!])(?=\s)/u);
  return first.replace(/[.。]$/u, '');
}

/** How often `part` occurs. */
export function countOf(part: string, text: string): number {
  return text.split(part).length - 1;
}
