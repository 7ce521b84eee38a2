/** Every way to read one code, with the reason for each: for whoever doubts the answer. */

import { codeValue, type ErrorCode, LARGEST_SMALL } from '../code/error-code';
import { readCode } from '../code/readings';
import { labelsFor } from '../i18n/labels/labels';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Action } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { button, fitActions, followUpTo, languageButton, showCodeButton, type View, withoutTrail } from './actions';
import type { ViewParts } from './entry-views';
import { readingsOf, tellReading } from './tell-reading';

/** Buttons to other codes; a card has room for little more. */
const MOST_BUTTONS = 3;

export function readingsView(code: ErrorCode, knowledge: KnowledgeBase, view: View): ViewParts {
  const labels = labelsFor(view.locale);
  const readings = readingsOf(code, knowledge);
  const others = new Set(readings.flatMap((reading) => (reading.code === undefined ? [] : [reading.code])));
  return {
    title: `${code}${labels.separator}${labels.buttons.readings}`,
    sections: [
      { kind: 'prose', text: toRichText(labels.unknown.order) },
      {
        kind: 'list',
        heading: labels.unknown.readings,
        items: readings.map((reading) => tellReading(reading, labels)),
      },
    ],
    actions: fitActions(
      ...[...others].slice(0, MOST_BUTTONS).map((other) => showCodeButton(other, view.locale, `show-${other}`)),
      button('back', labels.buttons.back, followUpTo('answer', { ...withoutTrail(view), step: undefined })),
      languageButton('readings', view),
    ),
  };
}

/** Only where a number has more than one reading by its layout: a number as short as a stop code, or one of two layouts. */
export function readingsButton(view: View): Action {
  return button(
    'readings',
    labelsFor(view.locale).buttons.readings,
    followUpTo('readings', withoutTrail(view)),
    'quiet',
  );
}

/** Whether the code may as well be something else; told by its bits alone, so that no table has to be read for it. */
export function hasOtherReadings(code: ErrorCode): boolean {
  if (codeValue(code) <= LARGEST_SMALL) return true;
  return readCode(code).filter(({ kind }) => kind !== 'fields' && kind !== 'twin').length > 1;
}
