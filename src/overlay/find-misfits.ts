/** Which cards an overlay would make too large: those of its own items, and those of ours that show something of it. */

import type { Entry } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { KnowledgeParts } from '../knowledge/load';
import type { Breathe } from './breathe';
import { createFitCheck, type Misfit } from './check-fit';
import type { OverlayFault } from './fault';
import { ORGANIZATION_FILE } from './folder';
import type { Item } from './read-items';

/** Looks at what the overlay has written, in full, and at everything else that looks different for it. */
export async function findMisfits(
  items: readonly Item[],
  base: KnowledgeParts,
  knowledge: KnowledgeBase,
  breathe: Breathe,
): Promise<OverlayFault[]> {
  const check = createFitCheck(knowledge);
  const byPath = new Map(items.map((item) => [item.path, item]));
  const isShown = showsOrganization(knowledge);
  const before = new Set(base.entries);
  const faults: OverlayFault[] = [];

  for (const entry of knowledge.entries.values()) {
    const item = byPath.get(`codes/${entry.code}.json`);
    // An entry of ours in which nothing was filled in is the very object that was loaded.
    if (item === undefined && before.has(entry) && !isShown(entry)) continue;
    await breathe();
    const misfits = check.entry(entry, item === undefined);
    faults.push(...misfits.slice(0, 1).map((misfit) => toFault(misfit, entry.code, item)));
  }
  for (const procedure of knowledge.procedures.values()) {
    const item = byPath.get(`procedures/${procedure.id}.json`);
    if (item === undefined && base.procedures.includes(procedure)) continue;
    await breathe();
    faults.push(
      ...check
        .procedure(procedure)
        .slice(0, 1)
        .map((misfit) => toFault(misfit, procedure.id, item)),
    );
  }
  return faults;
}

/** Whether lines or links of the organization stand on the answer of an entry. */
function showsOrganization({ organization }: KnowledgeBase): (entry: Entry) => boolean {
  const shown = new Set(
    [...(organization?.links ?? []), ...(organization?.helpDesk ?? [])].flatMap(({ showOn }) => showOn),
  );
  return ({ scope }) => shown.has('answers') || (shown.has('activation') && scope !== 'windows');
}

/** Told once for each entry: what helps against one view helps against all. */
function toFault({ view, locale, platform, size, limit }: Misfit, name: string, item: Item | undefined): OverlayFault {
  const why = 'the platform would refuse the card when somebody needs it';
  const what = `the card of ${name} (${view}, ${locale}) is too large for ${platform}: ${size} of ${limit}`;
  if (item === undefined) {
    return {
      file: ORGANIZATION_FILE,
      what,
      why,
      fix: 'shorten the lines of helpDesk and links, show fewer of them on answers, or give the KMS host a shorter name',
    };
  }
  return {
    file: item.origin.file,
    at: item.origin.pathTo(''),
    what,
    why,
    fix: 'shorten its texts, or split its steps',
  };
}
