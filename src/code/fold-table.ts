/**
 * What a character outside ASCII counts as when codes are sought: itself, an ASCII character in another form
 * (full-width, bold, circled), or nothing at all (zero-width marks).
 */

/** The character stays what it is. */
export const KEEP = 0;
/** The character has no width and no say. No ASCII text that we fold to contains it. */
export const DROP = 1;

const SPACE = 0x20;
const HYPHEN = 0x2d;

/** Blocks with compatibility forms of ASCII (NFKC): super- and subscripts, letterlike, circled, full-width. */
const COMPATIBILITY: readonly (readonly [number, number])[] = [
  [0x00aa, 0x00be],
  [0x02b0, 0x02e8],
  [0x1d2c, 0x1d6b],
  [0x2070, 0x209c],
  [0x2100, 0x214f],
  [0x2160, 0x217f],
  [0x2460, 0x24ff],
  [0x3000, 0x3000],
  [0xfe50, 0xfe6b],
  [0xff01, 0xff5e],
];

/** Zero-width characters, direction marks, soft hyphens, byte-order marks and variation selectors. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

const BLANK: readonly (readonly [number, number])[] = [
  [0x00a0, 0x00a0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
];

/** Hyphens and the minus sign. Not the dashes: between words they end a code, they never begin a number. */
const HYPHENS = [0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xfe63, 0xff0d];

const plane = buildPlane();

/** High surrogates before letters and digits in other forms: bold and the like, squared, segmented. */
const HIGH_SURROGATES = new Set([0xd835, 0xd83c, 0xd83e]);
/** By high surrogate, made when the first of them turns up. */
const beyondPlane = new Map<number, Uint8Array>();

/** What a UTF-16 code unit counts as: `KEEP`, `DROP` or an ASCII code. */
export function foldUnit(unit: number): number {
  return plane[unit] ?? KEEP;
}

/** What a surrogate pair counts as: `KEEP` or an ASCII code. */
export function foldPair(high: number, low: number): number {
  if (!HIGH_SURROGATES.has(high)) return KEEP;
  const table = beyondPlane.get(high) ?? buildLowSurrogates(high);
  beyondPlane.set(high, table);
  return table[low - 0xdc00] ?? KEEP;
}

/** Calls `visit` for every code unit outside ASCII that does not stay what it is. */
export function forEachFold(visit: (unit: number, folded: number) => void): void {
  for (const [from, to] of [
    ...COMPATIBILITY,
    ...BLANK,
    ...INVISIBLE,
    ...HYPHENS.map((unit) => [unit, unit] as const),
  ]) {
    for (let unit = from; unit <= to; unit += 1) if (foldUnit(unit) !== KEEP) visit(unit, foldUnit(unit));
  }
}

function buildPlane(): Uint8Array {
  const table = new Uint8Array(0x1_0000);
  for (const [from, to] of COMPATIBILITY) {
    for (let unit = from; unit <= to; unit += 1) table[unit] = compatibleAscii(String.fromCharCode(unit));
  }
  for (const [from, to] of BLANK) table.fill(SPACE, from, to + 1);
  for (const [from, to] of INVISIBLE) table.fill(DROP, from, to + 1);
  for (const unit of HYPHENS) table[unit] = HYPHEN;
  return table;
}

function buildLowSurrogates(high: number): Uint8Array {
  return Uint8Array.from({ length: 0x400 }, (_, low) => compatibleAscii(String.fromCharCode(high, 0xdc00 + low)));
}

function compatibleAscii(character: string): number {
  const folded = character.normalize('NFKC');
  const unit = folded.charCodeAt(0);
  return folded.length === 1 && unit >= SPACE && unit < 0x7f ? unit : KEEP;
}
