/** Checks a card against what Teams accepts; returns what is wrong, one line each. */

import * as AdaptiveCards from 'adaptivecards/dist/adaptivecards.min.js';
import type { AdaptiveCard, Element } from '../../src/render/adaptive-card/elements';
import { TEAMS_LIMITS } from '../../src/render/adaptive-card/limits';

/** Those that stand on the card, and the four that a reply may have behind its menu. */
const MOST_ACTIONS = TEAMS_LIMITS.actions + 4;
const TEAMS_HOST = new AdaptiveCards.HostConfig({ actions: { maxActions: MOST_ACTIONS } });

/** Element types of schema 1.2 that our cards may use. */
const ELEMENTS = new Set(['TextBlock', 'RichTextBlock', 'TextRun', 'Container', 'ColumnSet', 'Column']);

/** What Teams would refuse or not show. Empty means that the card is fine. */
export function adaptiveCardFaults(card: AdaptiveCard): string[] {
  const faults = [...parserFaults({ ...card, body: [] }), ...card.body.flatMap(elementFaults)];
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
    const isSame = action.fallback.data === action.data;
    if (!isSame && JSON.stringify(action.fallback.data) !== JSON.stringify(action.data))
      faults.push(`${action.id} falls back to other data`);
  }
  return faults;
}

/** All that stands on a card but the element that is looked at. */
const BARE = {
  type: 'AdaptiveCard',
  version: TEAMS_LIMITS.version,
  speak: 'Read out.',
  msteams: { width: 'Full' },
} as const;

/** By its JSON: the same lines stand on thousands of views. */
const knownElements = new Map<string, readonly string[]>();

/** Elements know nothing of each other, so that each is judged by itself. */
function elementFaults(element: Element): readonly string[] {
  const json = JSON.stringify(element);
  const faults = knownElements.get(json) ?? [...unknownTypes(json), ...parserFaults({ ...BARE, body: [element] })];
  knownElements.set(json, faults);
  return faults;
}

/** By shape; thousands of views share a few hundred. */
const known = new Map<string, readonly string[]>();

/** What Microsoft's own parser logs and what its validation finds. Of a text both ask only whether it is there. */
function parserFaults(card: AdaptiveCard): readonly string[] {
  const shape = JSON.stringify(card, shapeOf);
  const faults = known.get(shape) ?? parse(card);
  known.set(shape, faults);
  return faults;
}

/** Texts that differ from card to card, told apart only by being empty or not. */
const FREE = new Set(['text', 'speak', 'title', 'altText', 'id', 'data', 'url', 'verb']);

function shapeOf(key: string, value: unknown): unknown {
  if (!FREE.has(key)) return value;
  return key === 'url' && typeof value === 'string' ? URL.canParse(value) : value !== '';
}

function parse(card: AdaptiveCard): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.hostConfig = TEAMS_HOST;
  parsed.parse(card, context);
  const logged = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...logged, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

/** In the JSON itself: a text that looks like it has its quotes escaped there. */
const TYPE = /"type":"([A-Za-z.]+)"/g;

function unknownTypes(json: string): string[] {
  const types = new Set(Array.from(json.matchAll(TYPE), ([, type = '']) => type));
  return [...types]
    .filter((type) => !ELEMENTS.has(type))
    .map((type) => `${type} is not among the elements of version 1.2`);
}

function within(what: string, bytes: number, limit: number): string[] {
  return bytes > limit ? [`${what}: ${bytes} bytes of ${limit}`] : [];
}
