/** Names that are taken already: in the overlay itself, or by our own documents. */

import type { KnowledgeParts } from '../knowledge/load';
import type { KnowledgeFile } from '../knowledge/read-files';
import type { OverlayFault } from './fault';
import type { Item } from './read-items';

/** An entry or a procedure that stands in the overlay twice. */
export function findDoubles(items: readonly Item[]): OverlayFault[] {
  const seen = new Map<string, Item>();
  return items.flatMap((item) => {
    const earlier = seen.get(item.path);
    seen.set(item.path, item);
    if (earlier === undefined || item.path.endsWith('/unnamed.json')) return [];
    const { file, pathTo } = item.origin;
    return [
      {
        file,
        at: pathTo(item.path.startsWith('codes/') ? 'code' : 'id'),
        what: `${item.path.replace(/^.*\/|\.json$/g, '')} stands in ${earlier.origin.file} already`,
        why: 'only one of the two would be shown, and nobody could tell which',
        fix: 'keep one of them',
      },
    ];
  });
}

/** A document under an id that one of ours has. */
export function findTakenSources(file: KnowledgeFile | undefined, { sources }: KnowledgeParts): OverlayFault[] {
  if (file === undefined || typeof file.json !== 'object' || file.json === null) return [];
  return Object.keys(file.json)
    .filter((id) => Object.hasOwn(sources, id))
    .map((id) => ({
      file: file.path,
      at: id,
      what: `Hexfix has a source "${id}" of its own`,
      why: 'what our entries cite would seem to rest on your document',
      fix: 'give it another id, such as one that begins with the name of your organization',
    }));
}
