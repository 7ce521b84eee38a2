/** Writes knowledge JSON as the formatter leaves it: what fits on a line stands on one, the rest is indented. */

const LINE_WIDTH = 120;

/** The text of a JSON file with a final line break. */
export function formatJson(value: unknown): string {
  return `${formatValue(value, 0, 0)}\n`;
}

/** `column` is where the value begins on its line. */
function formatValue(value: unknown, indent: number, column: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // The root and the comma that may follow keep one column free.
  const line = formatInline(value);
  if (indent + column > 0 && !mustBreak(value) && column + line.length < LINE_WIDTH) return line;

  const inner = indent + 2;
  const pad = ' '.repeat(inner);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Object.entries(value).map(([key, item]) => {
    const label = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `;
    return `${pad}${label}${formatValue(item, inner, inner + label.length)}`;
  });
  return `${open}\n${lines.join(',\n')}\n${' '.repeat(indent)}${close}`;
}

function formatInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatInline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${formatInline(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Objects that hold more than plain texts are easier to read, and to compare, spread out. */
function mustBreak(value: object): boolean {
  const items = Object.values(value);
  const isSpread = (item: unknown) => typeof item === 'object' && item !== null && !Array.isArray(item);
  return Array.isArray(value) ? items.some(isSpread) : items.some((item) => typeof item === 'object' && item !== null);
}
