/** The text of Teams' formatted messages, with the lines that people see. */

/** Every tag; Teams writes what people type as entities, so that an angle bracket always begins a tag. */
const TAG = /<(\/?[a-z][a-z0-9]*)\b[^<>]*>/gi;
/** What ends or begins a line. */
const LINES: ReadonlySet<string> = new Set(
  'address blockquote br codeblock dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' '),
);
const ENDS_OF_CELLS: ReadonlySet<string> = new Set(['/td', '/th']);
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const LAST_CODE_POINT = 0x10ffff;

/** The words of a piece of HTML, a line for each of its lines, without empty lines at both ends. */
export function htmlToText(html: string): string {
  const lines = html.replace(TAG, (_tag, name: string) => {
    const tag = name.toLowerCase();
    if (LINES.has(tag.replace('/', ''))) return '\n';
    return ENDS_OF_CELLS.has(tag) ? ' ' : '';
  });
  return joinLines(lines.replace(ENTITY, decode));
}

/** Without blanks around its lines, and without empty ones. Line by line: a pattern would read long blanks again and again. */
function joinLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

function decode(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return Object.hasOwn(NAMED, name.toLowerCase()) ? (NAMED[name.toLowerCase()] ?? '') : entity;
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return codePoint <= LAST_CODE_POINT ? String.fromCodePoint(codePoint) : entity;
}
