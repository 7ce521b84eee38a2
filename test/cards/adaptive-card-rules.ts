/** Checks a card against what Teams accepts; returns what is wrong, one line each. */

import * as AdaptiveCards from 'adaptivecards/dist/adaptivecards.min.js';
import type { AdaptiveCard } from '../../src/render/adaptive-card/elements';
import { TEAMS_LIMITS } from '../../src/render/adaptive-card/limits';

/** Those that stand on the card, and the four that a reply may have behind its menu. */
const MOST_ACTIONS = TEAMS_LIMITS.actions + 4;
const TEAMS_HOST = new AdaptiveCards.HostConfig({ actions: { maxActions: MOST_ACTIONS } });

/** Element types of schema 1.2 that our cards may use. */
const ELEMENTS = new Set(['TextBlock', 'RichTextBlock', 'TextRun', 'Container', 'ColumnSet', 'Column']);

/** What Teams would refuse or not show. Empty means that the card is fine. */
export function adaptiveCardFaults(card: AdaptiveCard): string[] {
  const faults = [...parserFaults(card), ...unknownElements(card.body)];
  const json = JSON.stringify(card);
  const actions = card.actions ?? [];
  faults.push(
    ...within('the card in UTF-8', Buffer.byteLength(json), TEAMS_LIMITS.cardUtf8Bytes),
    // The message carries the spoken text once more, as its summary.
    ...within('the message in UTF-16', 2 * (json.length + card.speak.length), TEAMS_LIMITS.messageUtf16Bytes),
  );
  if (card.version !== TEAMS_LIMITS.version) faults.push(`version is ${card.version}`);
  const primary = actions.filter(({ mode }) => mode !== 'secondary');
  if (primary.length > TEAMS_LIMITS.actions) faults.push(`${primary.length} actions on the card`);
  if (new Set(actions.map(({ id }) => id)).size < actions.length) faults.push('two actions share an id');
  for (const action of actions) {
    if (action.type !== 'Action.Execute') continue;
    if (JSON.stringify(action.fallback.data) !== JSON.stringify(action.data))
      faults.push(`${action.id} falls back to other data`);
  }
  return faults;
}

/** What Microsoft's own parser logs and what its validation finds. */
function parserFaults(card: AdaptiveCard): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.hostConfig = TEAMS_HOST;
  parsed.parse(card, context);
  const logged = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...logged, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

function unknownElements(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(unknownElements);
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value ? String(value.type) : undefined;
  const own = type !== undefined && !ELEMENTS.has(type) ? [`${type} is not among the elements of version 1.2`] : [];
  return [...own, ...Object.values(value).flatMap(unknownElements)];
}

function within(what: string, bytes: number, limit: number): string[] {
  return bytes > limit ? [`${what}: ${bytes} bytes of ${limit}`] : [];
}
