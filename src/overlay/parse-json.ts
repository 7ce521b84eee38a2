/** A file of the overlay as JSON: with what is wrong with its syntax, or with keys that stand in it twice. */

import type { KnowledgeFile } from '../knowledge/read-files';
import type { OverlayFault, OverlayFile } from './fault';
import { findDoubleKey, findSyntaxFlaw, positionAt } from './locate';

export interface ParsedJson {
  readonly file?: KnowledgeFile;
  readonly faults: readonly OverlayFault[];
}

export function parseJson(file: OverlayFile): ParsedJson {
  const { path, text } = file;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const { offset, what } = findSyntaxFlaw(text);
    return {
      faults: [
        {
          file: path,
          at: positionAt(text, offset),
          what,
          why: 'a file that is not JSON cannot be used at all',
          fix: 'correct the syntax at that place; an editor with JSON support marks it',
        },
      ],
    };
  }
  const double = findDoubleKey(text, json);
  if (double === undefined) return { file: { path, text, json }, faults: [] };
  return {
    faults: [
      {
        file: path,
        at: positionAt(text, double.offset),
        what: double.what,
        why: 'what stood under it before would silently be lost',
        fix: 'keep one of the two',
      },
    ],
  };
}
