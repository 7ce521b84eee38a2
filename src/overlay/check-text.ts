/** What a text of an overlay must not hold, wherever it stands: characters that deceive, product keys, foreign links. */

import { redactProductKeys } from '../evidence/redact';
import { walkJson } from '../knowledge/lint/walk-json';
import type { KnowledgeFile } from '../knowledge/read-files';
import { findAddresses, findLinkFault } from './check-links';
import type { OverlayFault } from './fault';

/**
 * Controls, and what has no shape of its own: marks that turn the direction of writing, joiners, tags, halves of pairs,
 * fillers that look like nothing.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/u;
/** Commands stand one a line. */
const COMMAND = /(?:^|\.)command$/;
/** Windows' own words, and what is no sentence. */
const VERBATIM = /(?:^|\.|\])(?:\$schema|message|systemMessage|aliases|symptoms|symbol|url)(?:$|[.[])/;

/** Ids and the words of the schema: nothing in them deceives, hides or leads anywhere. */
const PLAIN = /^[a-z][a-z0-9-]{0,23}$/;

/** The faults of all strings in a file, keys included. */
export function checkText(file: KnowledgeFile, linkHosts: readonly string[]): OverlayFault[] {
  const faults: OverlayFault[] = [];
  walkJson(file.json, (node, path) => {
    if (typeof node === 'object' && node !== null && !Array.isArray(node)) {
      for (const key of Object.keys(node)) if (INVISIBLE.test(key)) faults.push(invisible(file.path, path, key));
    }
    // `$schema` tells editors where the schema is; nobody is shown it.
    if (typeof node !== 'string' || path.endsWith('$schema')) return;
    if (PLAIN.test(node) && !path.endsWith('url')) return;
    faults.push(...checkString(node, file.path, path, linkHosts));
  });
  return faults;
}

function checkString(text: string, file: string, path: string, linkHosts: readonly string[]): OverlayFault[] {
  const { keys, ids } = redactProductKeys(text);
  const links = linksOf(text, path);
  return [
    ...invisibleIn(text, file, path),
    ...(keys + ids > 0 ? [secret(file, path)] : []),
    ...(text.split('`').length % 2 === 1 || VERBATIM.test(path) ? [] : [openCode(file, path)]),
    ...links.flatMap((link) => {
      const fault = findLinkFault(link, linkHosts);
      return fault === undefined ? [] : [{ file, at: path, ...fault }];
    }),
  ];
}

function invisibleIn(text: string, file: string, path: string): OverlayFault[] {
  if (!INVISIBLE.test(text)) return [];
  const shown = COMMAND.test(path) ? text.replaceAll('\n', ' ') : text;
  return INVISIBLE.test(shown) ? [invisible(file, path, shown)] : [];
}

/** A service URL is shown to nobody; which hosts it may name is for the adapter of Teams. */
function linksOf(text: string, path: string): readonly string[] {
  if (path.endsWith('serviceUrl')) return [];
  return path.endsWith('url') ? [text] : findAddresses(text);
}

function invisible(file: string, at: string, text: string): OverlayFault {
  const found = INVISIBLE.exec(text)?.[0].codePointAt(0) ?? 0;
  return {
    file,
    at,
    what: `the text holds U+${found.toString(16).toUpperCase().padStart(4, '0')}, which nobody can see`,
    why: 'such characters can turn a text around, or hide a part of it from whoever reads it through',
    fix: 'remove it; only a command may have several lines',
  };
}

function secret(file: string, at: string): OverlayFault {
  return {
    file,
    at,
    what: 'the text holds a product key or an Installation ID',
    why: 'everybody who meets the code would be shown it, and could use it up',
    fix: 'write <product key> in its place, and say where your people get theirs',
  };
}

function openCode(file: string, at: string): OverlayFault {
  return {
    file,
    at,
    what: 'a backtick has no partner',
    why: 'what stands behind it would be shown as code',
    fix: 'put the second backtick behind the code, or remove the first',
  };
}
