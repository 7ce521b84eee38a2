/** Tells somebody, in private, that a message of theirs shows a product key to everyone, and what to do about it. */

import { deskLabelsFor } from '../../i18n/labels/desk/labels';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { Reply } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { fitActions } from '../actions';
import { finish } from '../finish';

/** The key itself is in no reply: nobody here knows it any more. */
export function keyWarning(locale: Locale): Reply {
  const { keyWarning: labels } = deskLabelsFor(locale);
  const { warning } = labelsFor(locale);
  return finish('notice', locale, {
    title: labels.title,
    sections: [
      { kind: 'note', tone: 'warning', label: warning, texts: [toRichText(labels.text)] },
      { kind: 'list', heading: labels.heading, items: labels.steps.map((step) => ({ text: toRichText(step) })) },
      { kind: 'prose', text: toRichText(labels.kept) },
    ],
    actions: fitActions({
      kind: 'link',
      id: 'source',
      label: labels.link,
      url: 'https://learn.microsoft.com/microsoft-365/commerce/licenses/product-keys-for-vl',
    }),
  });
}
