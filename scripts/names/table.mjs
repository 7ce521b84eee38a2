/** The form of a table of names: `0x80070005`, the kind, the names, parted by tabs; sorted by kind and number. */

/** Numbers in the order in which tables list their kinds. */
export const KINDS = ['win32', 'hresult', 'ntstatus', 'stop-code'];

/** A line for each number of each kind; of several names the first stays in front, and none stands twice. */
export function formatTable(codes) {
  const names = new Map();
  for (const { kind, value, name } of codes) {
    const key = KINDS.indexOf(kind) * 2 ** 32 + value;
    names.set(key, new Set([...(names.get(key) ?? []), name]));
  }
  const lines = [...names].sort(([a], [b]) => a - b).map(([key, all]) => `${spell(key)}\t${[...all].join(' ')}\n`);
  return lines.join('');
}

/** How many numbers of each kind a table holds. */
export function countTable(text) {
  const lines = text.split('\n').filter((line) => line !== '');
  const count = (kind) => lines.filter((line) => line.split('\t')[1] === kind).length;
  return Object.fromEntries(KINDS.map((kind) => [kind, count(kind)]).filter(([, numbers]) => numbers > 0));
}

function spell(key) {
  const value = (key % 2 ** 32).toString(16).toUpperCase().padStart(8, '0');
  return `0x${value}\t${KINDS[Math.floor(key / 2 ** 32)]}`;
}
