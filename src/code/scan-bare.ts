/** Reads eight hex digits without a prefix, standing alone or run together with a word for an error. */

import type { Candidate, Collect } from './candidate';
import type { Run } from './runs';

const WIDTH = 8;
const LONGEST_RUN = 32;

/** The severities that people paste. */
const SEVERITY = /[48c-e]/i;

/** "Error8007007B": the letters would hide where the number begins, because some of them are hex digits. */
const GLUED =
  /^(?:[a-z]*?(?:err|error|code|exception|fehler|erreur|hresult|status|stop|msg|kod))([48c-e][0-9a-f]{7})$/i;

/** The low half of 64 bits, as a debugger prints an exception code: "Arg1: ffffffffc0000005". */
const EXTENDED = /^(?:f{8}[8c]|0{8}c0)[0-9a-f]{6,7}$/i;

/** Collects the number that a run is or ends with. */
export function readBare(text: string, run: Run, collect: Collect): void {
  const length = run.end - run.start;
  if (length < WIDTH || length > LONGEST_RUN) return;
  if (length === WIDTH) {
    if (run.isHex && SEVERITY.test(text.charAt(run.start))) collect(toCandidate(text, run, 'whole'));
    return;
  }
  const whole = text.slice(run.start, run.end);
  if (GLUED.test(whole)) collect(toCandidate(text, run, 'glued'));
  else if (run.isHex && EXTENDED.test(whole)) collect(toCandidate(text, run, 'extended'));
}

function toCandidate(text: string, run: Run, form: Candidate['form']): Candidate {
  const start = form === 'glued' ? run.end - WIDTH : run.start;
  const value = Number.parseInt(text.slice(run.end - WIDTH, run.end), 16);
  return { start, end: run.end, value, spelling: 'bare-hex', form };
}
