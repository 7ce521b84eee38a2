/** The few styles of the terminal, or none. */

type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly code: Paint;
  readonly warning: Paint;
  readonly success: Paint;
  /** What stands around inline code where no color sets it off. */
  readonly codeMark: '' | '`';
}

const same: Paint = (text) => text;

/** For files, pipes and terminals without color. */
export const PLAIN: Style = { bold: same, dim: same, code: same, warning: same, success: same, codeMark: '`' };

/** Colors from the basic sixteen, which follow the terminal's own theme. */
export const COLOR: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  code: sgr(36, 39),
  warning: sgr(33, 39),
  success: sgr(32, 39),
  codeMark: '',
};

/** Switches a style on in front of a text and off behind it. */
function sgr(on: number, off: number): Paint {
  return (text) => `\u001B[${on}m${text}\u001B[${off}m`;
}
