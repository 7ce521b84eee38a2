/** A reply as lines for the terminal. Every word is the reply's; this only arranges them. */

import type { Action, Reply } from '../../reply/reply';
import { createPage, type Page } from './page';
import { sectionLines } from './sections';
import { COLOR, PLAIN } from './style';

export interface TextOptions {
  /** Whether to use ANSI styles. Default: no. */
  readonly color?: boolean;
  /** Cells a line may take, at least 20. Default: 80. */
  readonly width?: number;
}

const DEFAULT_WIDTH = 80;
const LEAST_WIDTH = 20;

/** The whole reply, with a line feed at its end. Buttons that come back to the bot have no place here; links do. */
export function renderText(reply: Reply, { color = false, width = DEFAULT_WIDTH }: TextOptions = {}): string {
  const page = createPage(color ? COLOR : PLAIN, Math.max(width, LEAST_WIDTH));
  const parts = [
    head(reply, page),
    ...reply.sections.map((section) => sectionLines(section, page)),
    links(reply, page),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n').trimEnd())
    .join('\n\n')}\n`;
}

function head({ title, subtitle }: Reply, page: Page): string[] {
  const small = subtitle === undefined ? [] : page.paragraph([page.text(subtitle, page.style.dim)]);
  return [...page.paragraph([page.text(title, page.style.bold)]), ...small];
}

/** The link buttons, without those whose address a source has already shown. */
function links({ actions, sections }: Reply, page: Page): string[] {
  const shown = sections.flatMap((section) =>
    section.kind === 'sources' ? section.sources.map(({ url }) => url) : [],
  );
  return actions
    .filter((action): action is Extract<Action, { kind: 'link' }> => action.kind === 'link')
    .filter(({ url }) => !shown.includes(url))
    .flatMap(({ label, url }) => [...page.paragraph([page.text(label)]), ...page.verbatim(url, 2, page.style.dim)]);
}
