/**
 * Finds Installation IDs, which go to Microsoft over the telephone and name one machine: nine groups of six or seven
 * digits, or the same in one piece.
 */

import type { Span } from '../code/mention';

const GAP = '[\\t >|*-]{0,3}(?:\\r?\\n)?[\\t >|*-]{0,3}';
const INSTALLATION_ID = new RegExp(
  `(?<![0-9])(?:[0-9]{63}|[0-9]{54}|${ninth('[0-9]{7}')}|${ninth('[0-9]{6}')})(?![0-9])`,
  'g',
);
/** The Installation IDs of a text in order. */
export function findInstallationIds(text: string): readonly Span[] {
  return Array.from(text.matchAll(INSTALLATION_ID), ({ 0: id, index }) => ({ start: index, end: index + id.length }));
}

function ninth(group: string): string {
  return `${group}(?:${GAP}${group}){8}`;
}
