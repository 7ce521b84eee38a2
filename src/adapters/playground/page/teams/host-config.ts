/**
 * How Teams draws cards. Every color is a CSS variable of `teams.css`, so that a change of theme needs no redrawing.
 * @see https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config
 */

/** The styles that a container of our cards may have, by the end of their variable's name. */
type Ground = 'card' | 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';

const foregroundColors = Object.fromEntries(
  (['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'] as const).map((name) => [
    name,
    { default: 'var(--teams-text)', subtle: 'var(--teams-subtle)' },
  ]),
);

function containerStyle(ground: Ground): object {
  return { backgroundColor: `var(--teams-${ground})`, foregroundColors };
}

export const TEAMS_HOST_CONFIG = {
  supportsInteractivity: true,
  fontTypes: {
    default: {
      fontFamily: 'var(--sans)',
      fontSizes: { small: 12, default: 14, medium: 14, large: 17, extraLarge: 20 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: 'var(--mono)',
      fontSizes: { small: 12, default: 13, medium: 13, large: 16, extraLarge: 18 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 17, default: 20, medium: 20, large: 23, extraLarge: 26 },
  spacing: { small: 6, default: 10, medium: 16, large: 22, extraLarge: 28, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--teams-line)' },
  textBlock: { headingLevel: 3 },
  containerStyles: {
    default: containerStyle('card'),
    emphasis: containerStyle('emphasis'),
    accent: containerStyle('accent'),
    good: containerStyle('good'),
    warning: containerStyle('warning'),
    attention: containerStyle('attention'),
  },
  actions: {
    // Six, and four quiet ones.
    maxActions: 10,
    spacing: 'medium',
    // The style sheet sets the gap: a spacer of the package would not wrap.
    buttonSpacing: 0,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
};
