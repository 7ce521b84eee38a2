/** Checks a card as those meet it who do not see it, or not its colors; returns what is wrong, one line each. */

/** A golden card is JSON of either platform: what is asked of it is asked of any object in it. */
type Part = Readonly<Record<string, unknown>>;

const WORD = /[\p{L}\p{N}]/u;
const EMOJI = /\p{Extended_Pictographic}/u;
/** Containers whose color says something; `emphasis` and `accent` only set apart. */
const MEANINGFUL_STYLES = new Set(['warning', 'attention', 'good']);
/** Whose words the checks below find. */
const KNOWN_BLOCKS = new Set([
  'actions',
  'context',
  'context_actions',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
]);
const KNOWN_ELEMENTS = /^(?:Column|ColumnSet|Container|Data\.Query|Image|Input\.\w+|RichTextBlock|TextBlock|TextRun)$/;
const MEANINGFUL_COLORS = new Set(['Warning', 'Attention', 'Good', 'warning', 'attention', 'good']);

/** A Slack message, or a modal: of that, Slack reads out the blocks themselves. */
export function slackAccessibilityFaults(card: Part): string[] {
  const lines = slackLines(card.blocks);
  const buttons = partsIn(card.blocks).filter(({ type }) => type === 'button');
  const inputs = partsIn(card.blocks).filter(({ type }) => type === 'input');
  const images = partsIn(card.blocks).filter(({ type }) => type === 'image');
  const isModal = card.type === 'modal';
  const [first] = partsOf(card.blocks);
  return [
    ...(isModal ? [] : unspoken(lines, readMrkdwn(textOf(card.text)))),
    ...(isModal ? [] : headFaults(first?.type === 'header', partsIn(card.blocks), 'header')),
    ...(isModal && !WORD.test(textOf(card.title)) ? ['the modal has no title'] : []),
    ...bareEmoji([...lines, ...buttons.map(({ text }) => textOf(text))]),
    ...inputs.filter(({ label }) => !WORD.test(textOf(label))).map(({ block_id }) => `input ${block_id} has no label`),
    ...images.filter(({ alt_text }) => !WORD.test(textOf(alt_text))).map(() => 'an image has no alternative text'),
    ...buttonFaults(buttons.map(({ text }) => textOf(text))),
    ...partsOf(card.blocks).flatMap(({ type }) => (KNOWN_BLOCKS.has(textOf(type)) ? [] : [unheardOf(type)])),
    // The bar at the side of an attachment is a color and nothing else.
    ...('attachments' in card ? ['an attachment tells its kind by the color of a bar'] : []),
  ];
}

/** An Adaptive Card; one without `speak` is a dialog, which is read out element by element. */
export function teamsAccessibilityFaults(card: Part): string[] {
  const parts = partsIn(card.body);
  const lines = teamsLines(card.body);
  const inputs = parts.filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
  const images = parts.filter(({ type }) => type === 'Image');
  const isDialog = card.speak === undefined;
  const [first] = parts.filter(({ type }) => type === 'TextBlock' || type === 'RichTextBlock');
  return [
    ...(isDialog ? [] : unspoken(lines, textOf(card.speak))),
    ...(isDialog ? [] : headFaults(first?.style === 'heading', parts, 'heading')),
    ...bareEmoji([...lines, ...partsOf(card.actions).map(({ title }) => textOf(title))]),
    ...inputs.filter(({ label }) => !WORD.test(textOf(label))).map(({ id }) => `input ${id} has no label`),
    ...images.filter(({ altText }) => !WORD.test(textOf(altText))).map(() => 'an image has no alternative text'),
    ...buttonFaults(partsOf(card.actions).map(({ title }) => textOf(title))),
    ...parts.flatMap(({ type }) => (type === undefined || KNOWN_ELEMENTS.test(textOf(type)) ? [] : [unheardOf(type)])),
    ...parts.flatMap(colorFaults),
  ];
}

function unheardOf(type: unknown): string {
  return `nobody has said how a ${textOf(type)} is read out`;
}

/** A tone is told by a color only where the first thing inside says it in words, in bold. */
function colorFaults(part: Part): string[] {
  const { type, style, color } = part;
  if (typeof color === 'string' && MEANINGFUL_COLORS.has(color)) return [`a ${type} is ${color} by color alone`];
  if (type !== 'Container' || typeof style !== 'string' || !MEANINGFUL_STYLES.has(style)) return [];
  const [lead] = partsIn(part.items).filter((inner) => typeof inner.text === 'string');
  const isTold = lead?.weight === 'Bolder' && WORD.test(textOf(lead.text));
  return isTold ? [] : [`a container is ${style} by color alone`];
}

/** Lines whose words the spoken text leaves out, or has in another order than the card. */
function unspoken(lines: readonly string[], spoken: string): string[] {
  const text = wordsOf(spoken);
  let from = 0;
  return lines.flatMap((line) => {
    const at = text.indexOf(wordsOf(line), from);
    if (at >= 0) from = at + wordsOf(line).length;
    return at >= 0 ? [] : [`not read out, or out of order: ${line}`];
  });
}

function headFaults(isFirst: boolean, parts: readonly Part[], kind: string): string[] {
  const isThere = parts.some(({ type, style }) => type === kind || style === kind);
  if (!isThere) return ['there is no heading'];
  return isFirst ? [] : ['the heading is not first'];
}

function bareEmoji(texts: readonly string[]): string[] {
  return texts.filter((text) => EMOJI.test(text) && !WORD.test(text)).map((text) => `${text} says nothing in words`);
}

function buttonFaults(labels: readonly string[]): string[] {
  return [
    ...labels.filter((label) => !WORD.test(label)).map(() => 'a button has no words'),
    ...labels
      .filter((label, index) => labels.indexOf(label) < index)
      .map((label) => `two buttons are called "${label}"`),
  ];
}

/** What the blocks say, line by line, in the order in which they stand; buttons and fields are not part of the answer. */
function slackLines(blocks: unknown): string[] {
  return partsOf(blocks).flatMap((block) => {
    if (block.type === 'header' || block.type === 'section') return [textOf(block.text)];
    if (block.type === 'context') return partsOf(block.elements).map(({ text }) => readMrkdwn(textOf(text)));
    if (block.type === 'rich_text') return partsOf(block.elements).flatMap(richTextLines);
    return [];
  });
}

function richTextLines(element: Part): string[] {
  const inner = partsOf(element.elements);
  if (element.type === 'rich_text_list') return inner.flatMap(richTextLines);
  const [lead] = inner;
  const words = inner.filter(({ type }) => type !== 'emoji').map(({ text, fallback }) => textOf(text ?? fallback));
  const line = words.join('').trim();
  // An emoji is left out only where words stand beside it.
  return [line === '' && lead?.type === 'emoji' ? '⚠' : line];
}

/** Links as they are shown, and Slack's escapes. */
function readMrkdwn(text: string): string {
  return text
    .replace(/<[^|>]*\|([^>]*)>/g, '$1')
    .replace(/\*([^*]+)\*/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Links as they are shown; a time, which the client writes its own way, divides the line. */
function readMarkdown(text: string): string[] {
  return text.replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1').split(/\{\{(?:DATE|TIME)\([^)]*\)\}\}/);
}

function teamsLines(body: unknown): string[] {
  return partsIn(body).flatMap((part) => {
    if (part.type === 'TextBlock') return readMarkdown(textOf(part.text));
    if (part.type !== 'RichTextBlock' || !Array.isArray(part.inlines)) return [];
    const line = part.inlines.map((run: unknown) => (typeof run === 'string' ? run : textOf(run))).join('');
    return [line];
  });
}

/** Every object in a value, outer ones first, in the order in which they stand. */
function partsIn(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsIn);
  if (!isPart(value)) return [];
  return [value, ...Object.values(value).flatMap(partsIn)];
}

function partsOf(value: unknown): Part[] {
  return Array.isArray(value) ? value.filter(isPart) : [];
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or the text of Slack's text object. */
function textOf(value: unknown): string {
  if (isPart(value)) return textOf(value.text);
  return typeof value === 'string' ? value : '';
}

/** The words alone: how they are divided is a matter of looks. */
function wordsOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
