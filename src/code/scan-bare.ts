/** Finds eight hex digits without a prefix, standing alone or run together with a word for an error. */

import { type Candidate, forEachMatch } from './candidate';

/** The severities that people paste; a number of letters alone is a word. */
const BARE = /(?<![0-9a-z])(?=[a-f]{0,7}[0-9])[48c-e][0-9a-f]{7}(?![0-9a-z])/gi;

/** "Error8007007B": the letters would hide where the number begins, because some of them are hex digits. */
const GLUED =
  /(?:err|error|code|exception|fehler|fehlercode|erreur|hresult|status|stop)_?([48c-e][0-9a-f]{7})(?![0-9a-z])/gi;

/** The low half of 64 bits, as a debugger prints an exception code: "Arg1: ffffffffc0000005". */
const EXTENDED = /(?<![0-9a-z])(?:f{8}|0{8})`?(c0[0-9a-f]{6})(?![0-9a-z])/gi;

export function scanBare(text: string): readonly Candidate[] {
  return [...collect(text, BARE, 'whole'), ...collect(text, GLUED, 'glued'), ...collect(text, EXTENDED, 'extended')];
}

function collect(text: string, pattern: RegExp, form: Candidate['form']): readonly Candidate[] {
  const candidates: Candidate[] = [];
  forEachMatch(pattern, text, (match) => {
    const digits = match[1] ?? match[0];
    const end = match.index + match[0].length;
    const start = form === 'glued' ? end - digits.length : match.index;
    candidates.push({ start, end, value: Number.parseInt(digits, 16), spelling: 'bare-hex', form });
  });
  return candidates;
}
