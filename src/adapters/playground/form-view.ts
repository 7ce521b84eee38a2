/** What the page gets for a form: what is passed on as each platform shows it, and the fields as they are. */

import type { AdaptiveCard } from '../../render/adaptive-card';
import { TEAMS_LIMITS } from '../../render/adaptive-card/limits';
import { sectionElements } from '../../render/adaptive-card/sections';
import type { SlackMessage } from '../../render/block-kit';
import { sectionBlocks } from '../../render/block-kit/sections';
import type { Form } from '../../reply/form';
import { nameReply, peopleIn } from '../../reply/people';
import { PERSONAS, type Persona, personaNames, personId } from './personas';
import { isMember } from './place';

export interface FormView extends Omit<Form, 'sections'> {
  readonly teams: Pick<AdaptiveCard, 'type' | 'version' | 'body'>;
  readonly slack: Pick<SlackMessage, 'blocks'>;
  /** Whom a field that asks for a person can name: those who work in the triage channel. */
  readonly people: readonly { readonly id: string; readonly persona: Persona }[];
}

/** The form for the browser of `visitor`. */
export function renderForm({ sections, ...form }: Form, visitor: string): FormView {
  const named = nameSections(sections, form.locale);
  return {
    ...form,
    teams: { type: 'AdaptiveCard', version: TEAMS_LIMITS.version, body: named.flatMap(sectionElements) },
    slack: { blocks: named.flatMap(sectionBlocks) },
    people: PERSONAS.filter((persona) => isMember(persona, 'triage')).map((persona) => ({
      id: personId(visitor, persona),
      persona,
    })),
  };
}

function nameSections(sections: Form['sections'], locale: Form['locale']): Form['sections'] {
  const names = personaNames(peopleIn({ sections }), locale);
  const carrier = { kind: 'help-sheet', locale, title: '', summary: '', sections, actions: [] } as const;
  return nameReply(carrier, names).sections;
}
