/** The sheet of paper that the sections write on: printable characters, wrapped and indented. */

import type { RichText } from '../../reply/rich-text';
import { countCells } from './cells';
import { toPrintable } from './printable';
import type { Style } from './style';
import { type StyledText, wrapStyled } from './wrap';

export interface Page {
  readonly style: Style;
  /** The runs of a sentence, inline code set off. */
  runs(rich: RichText): StyledText[];
  /** Plain characters in one style. */
  text(text: string, paint?: StyledText['paint']): StyledText;
  /** Lines within the width, indented; `lead` stands as it is in front of the first, the others align behind it. */
  paragraph(texts: readonly StyledText[], indent?: number, lead?: string): string[];
  /** The same with `bar` in front of every line. */
  barred(texts: readonly StyledText[], indent: number, bar: string): string[];
  /** Lines as they are, only indented: a command or an address must survive copying. */
  verbatim(text: string, indent: number, paint: StyledText['paint']): string[];
}

/** A page `width` cells wide. */
export function createPage(style: Style, width: number): Page {
  const text: Page['text'] = (characters, paint = unstyled) => ({ text: toPrintable(characters), paint });
  return {
    style,
    text,
    runs: (rich) =>
      rich.map((run) =>
        run.kind === 'code' ? text(`${style.codeMark}${run.text}${style.codeMark}`, style.code) : text(run.text),
      ),
    paragraph: (texts, indent = 0, lead = '') => {
      const first = ' '.repeat(indent) + toPrintable(lead);
      const margin = ' '.repeat(countCells(first));
      return wrapStyled(texts, width - margin.length).map((line, index) => (index === 0 ? first : margin) + line);
    },
    barred: (texts, indent, bar) => {
      const margin = ' '.repeat(indent) + bar;
      return wrapStyled(texts, width - countCells(margin)).map((line) => margin + line);
    },
    verbatim: (lines, indent, paint) =>
      toPrintable(lines)
        .split('\n')
        .map((line) => ' '.repeat(indent) + paint(line)),
  };
}

function unstyled(text: string): string {
  return text;
}
