/**
 * The sources of an answer as citations of the message, and thumbs below it. Teams shows a citation where the text of a
 * message bears its number; our messages are cards without a text, so there the card's own list of sources is what people
 * see. It never bears the label of generated content: nothing here is.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 */

import { refreshOf, TEAMS_LIMITS } from '../../render/adaptive-card';
import type { Reply, SourcesSection } from '../../reply/reply';

type Source = SourcesSection['sources'][number];

interface MessageEntity {
  readonly type: 'https://schema.org/Message';
  readonly [property: string]: unknown;
}

/** What stands beside the card of an answer. */
export interface AnswerExtras {
  readonly entities?: MessageEntity[];
  readonly channelData?: { readonly feedbackLoop: { readonly type: 'custom' } };
}

/** The extras of a reply; only answers have any. */
export function answerExtras(reply: Reply): AnswerExtras {
  if (reply.kind === 'triage' || refreshOf(reply) === undefined) return {};
  const sources = reply.sections.flatMap((section) => (section.kind === 'sources' ? section.sources : []));
  const citation = sources
    // A title that does not fit must stay as it is, on the card alone.
    .filter(({ title }) => title.length <= TEAMS_LIMITS.citationName)
    .slice(0, TEAMS_LIMITS.citations)
    .map(toCitation);
  const entity = {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
  } as const;
  return {
    channelData: { feedbackLoop: { type: 'custom' } },
    ...(citation.length > 0 && { entities: [{ ...entity, citation }] }),
  };
}

function toCitation({ title, url, date }: Source, index: number): object {
  return {
    '@type': 'Claim',
    position: index + 1,
    appearance: {
      '@type': 'DigitalDocument',
      name: title,
      abstract: date === undefined ? title : `${title} · ${date}`,
      ...(url !== undefined && { url }),
    },
  };
}
