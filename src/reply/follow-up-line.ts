/**
 * A follow-up as one line, for platforms whose buttons carry a text: shorter than JSON, which a message of JSON would
 * quote once more. It is read back into plain values only; `parseFollowUp` judges them.
 */

import type { FollowUp } from './follow-up';

/** Between the steps of a trail, and between the parts of one. Ids hold neither. */
const BETWEEN_STEPS = '.';
const BETWEEN_PARTS = '/';

/** The name of each field in a line. Slack counts every character of a message, and a message has many buttons. */
const LETTERS = {
  v: 'v',
  move: 'm',
  locale: 'l',
  codes: 'c',
  step: 's',
  written: 'w',
  procedure: 'p',
  trail: 't',
  method: 'a',
  choice: 'o',
  case: 'k',
  version: 'n',
} as const satisfies Record<keyof FollowUp, string>;

// The cast: `Object.entries` forgets what its keys are.
const FIELDS = Object.entries(LETTERS) as readonly [keyof FollowUp, string][];
const PLAIN = /^[\w.*/-]*$/;

/** For example `v=1&m=step&l=en&c=0xC004F074&s=test-port`. */
export function writeFollowUp(followUp: FollowUp): string {
  const fields: string[] = [];
  for (const [field, letter] of FIELDS) {
    const value = followUp[field];
    if (value !== undefined) fields.push(`${letter}=${encode(writeValue(value))}`);
  }
  return fields.join('&');
}

/** As a form has it, but for the sign between parts. Nearly all values are ids, in which there is nothing to encode. */
function encode(value: string): string {
  if (PLAIN.test(value)) return value;
  return new URLSearchParams([['', value]]).toString().slice(1).replaceAll('%2F', BETWEEN_PARTS);
}

/** The values of a line, or `undefined` for a text that is none. Never throws. */
export function readFollowUp(line: string): unknown {
  const given = new URLSearchParams(line);
  if (!given.has(LETTERS.v) || !given.has(LETTERS.codes)) return undefined;
  const known = Object.entries(LETTERS).filter(([, letter]) => given.has(letter));
  return Object.fromEntries(known.map(([field, letter]) => [field, readValue(field, given.get(letter) ?? '')]));
}

function writeValue(value: NonNullable<FollowUp[keyof FollowUp]>): string {
  if (!Array.isArray(value)) return String(value);
  return value.map((part) => (Array.isArray(part) ? part.join(BETWEEN_PARTS) : part)).join(BETWEEN_STEPS);
}

function readValue(field: string, text: string): unknown {
  switch (field) {
    case 'v':
    case 'version':
      return Number(text);
    case 'codes':
      return split(text, BETWEEN_STEPS);
    case 'trail':
      return split(text, BETWEEN_STEPS).map((step) => split(step, BETWEEN_PARTS));
    default:
      return text;
  }
}

function split(text: string, separator: string): string[] {
  return text === '' ? [] : text.split(separator);
}
