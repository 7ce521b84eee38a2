/** What Microsoft's own renderer makes of our cards, without a browser around it. */

import * as AdaptiveCards from 'adaptivecards/dist/adaptivecards.min.js';
import type { DialogCard } from '../../../../src/render/adaptive-card';
import type { TextBlock } from '../../../../src/render/adaptive-card/elements';

/** The Markdown of a TextBlock after its moments have been put into words. */
export function markdownOf(block: TextBlock): string {
  let markdown = '';
  const element = new AdaptiveCards.TextBlock();
  element.parse(block, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    markdown = text;
    result.outputHtml = text;
    result.didProcess = true;
  };
  const node = {
    style: { removeProperty() {} },
    classList: { add() {} },
    setAttribute() {},
    getElementsByTagName: () => [],
  };
  Object.assign(globalThis, { document: { createElement: () => node }, HTMLElement: Object });
  try {
    element.render();
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'HTMLElement');
  }
  return markdown;
}

/** People to choose from are looked up while one types, and Microsoft's own examples name none before. */
const NOBODY_YET = 'An Input.ChoiceSet must have at least one choice defined.';

/** What the parser logs and the validation finds in a dialog. */
export function dialogFaults(card: DialogCard): string[] {
  // Looking people up is of version 1.6; Teams knows it in cards of version 1.5.
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_6);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(card, context);
  const logged = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const found = parsed.validateProperties().validationEvents.map(({ message }) => message);
  return [...logged, ...found].filter((message) => message !== NOBODY_YET);
}
