/**
 * JSON from strangers: one reading of the bytes, no deeper than anything genuine, and without the names that reach into
 * what every object has.
 */

/** Genuine payloads with a card or a form in them stay below half of this. */
const MAX_DEPTH = 64;
/** Copied from one object to another, these would change more than a property. No platform sends them. */
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor'];
const MENTIONS_FORBIDDEN = new RegExp(FORBIDDEN.map(spellingsOf).join('|'));

/**
 * The value in the bytes, or `undefined` for what is not UTF-8, not JSON, or nested too deeply. Of a name that is there
 * twice the last one counts.
 */
export function parseJson(bytes: Buffer): unknown {
  const text = decodeUtf8(bytes);
  return text === undefined ? undefined : parseJsonText(text);
}

/** The same for what has been decoded before. */
export function parseJsonText(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) return undefined;
  try {
    // Leaving names out takes a look at every property, so it is done only where one may be there.
    return MENTIONS_FORBIDDEN.test(text) ? JSON.parse(text, dropForbidden) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text in the bytes, or `undefined` where they are not UTF-8. */
export function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function dropForbidden(name: string, value: unknown): unknown {
  return FORBIDDEN.includes(name) ? undefined : value;
}

/** A name in quotes as JSON may spell it: each character as it is or by its number. */
function spellingsOf(name: string): string {
  const characters = [...name].map((character) => {
    const digits = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `(?:${character}|\\\\u${digits.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
  });
  return `"${characters.join('')}"`;
}

/** The deepest nesting in a JSON text, without recursion. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}
