/** JSON from strangers: one reading of the bytes, and no deeper than any genuine activity. */

/** Genuine activities with a card in them stay below half of this. */
const MAX_DEPTH = 64;

/** The value in the bytes, or `undefined` for what is not UTF-8, not JSON, or nested too deeply. */
export function parseJson(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return depthOf(text) <= MAX_DEPTH ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
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
