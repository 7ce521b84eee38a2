/** Writes knowledge JSON as the formatter leaves it: what fits on a line stands on one, the rest is indented. */

const LINE_WIDTH = 120;

/** Characters that take two columns. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;

/** The text of a JSON file with a final line break. */
export function formatJson(value: unknown): string {
  return `${isSpread(value) ? formatLines(value, 0) : JSON.stringify(value)}\n`;
}

function formatLines(value: object, indent: number): string {
  const inner = indent + 2;
  const entries = Object.entries(value);
  const lines = entries.map(([key, item], index) => {
    const label = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `;
    const comma = index < entries.length - 1 ? ',' : '';
    const line = `${' '.repeat(inner)}${label}${formatInline(item)}${comma}`;
    if (!isSpread(item) || (!mustBreak(item) && columns(line) <= LINE_WIDTH)) return line;
    return `${' '.repeat(inner)}${label}${formatLines(item, inner)}${comma}`;
  });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return [open, ...lines, `${' '.repeat(indent)}${close}`].join('\n');
}

function formatInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatInline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${formatInline(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** What holds more than plain values is easier to read, and to compare, spread out. */
function mustBreak(value: object): boolean {
  return Object.values(value).some(isSpread);
}

/** Tells values that may take several lines from those that take one. */
function isSpread(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function columns(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
