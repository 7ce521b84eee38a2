/** People in a reply: the core knows them by id alone; whoever sends the reply puts names in. */

import { onceForLasting } from './lasting';
import type { Reply, Section } from './reply';
import type { RichText, Run } from './rich-text';
import { summarize } from './summarize';

/** The platform's ids of everybody whom the reply speaks of. */
export function peopleIn(reply: Pick<Reply, 'sections'>): ReadonlySet<string> {
  return new Set(reply.sections.flatMap(peopleInSection));
}

const peopleInSection = onceForLasting((section: Section): readonly string[] => {
  const ids: string[] = [];
  mapTexts([section], (run) => {
    if (run.kind === 'person') ids.push(run.id);
    return run;
  });
  return ids;
});

/** The reply with names for those ids that `names` knows, in its summary as well. */
export function nameReply(reply: Reply, names: ReadonlyMap<string, string>): Reply {
  if (names.size === 0) return reply;
  const sections = mapTexts(reply.sections, (run) => {
    const name = run.kind === 'person' ? names.get(run.id) : undefined;
    return name === undefined ? run : { ...run, text: name };
  });
  return { ...reply, sections, summary: summarize({ ...reply, sections }) };
}

/** Only lists, notes and paragraphs tell of people; the other sections come from the knowledge. */
function mapTexts(sections: readonly Section[], map: (run: Run) => Run): readonly Section[] {
  const each = (text: RichText): RichText => text.map(map);
  return sections.map((section): Section => {
    switch (section.kind) {
      case 'prose':
        return { ...section, text: each(section.text) };
      case 'list':
        return { ...section, items: section.items.map((item) => ({ ...item, text: each(item.text) })) };
      case 'note':
        return { ...section, texts: section.texts.map(each) };
      default:
        return section;
    }
  });
}
