/** What the tests of detection ask of a text. */

import { type DetectOptions, detectCodes } from '../../../src/code/detect';
import type { Mention } from '../../../src/code/mention';
import { KNOWN } from './known-codes';

export function codesIn(text: string, options: DetectOptions = { known: KNOWN }): readonly string[] {
  return detectCodes(text, options).map((mention) => mention.code);
}

/** The one mention of a text. */
export function only(text: string, options: DetectOptions = { known: KNOWN }): Mention | undefined {
  const mentions = detectCodes(text, options);
  expect(mentions).toHaveLength(1);
  return mentions[0];
}
