/** Rule: no text is missing in one language. */

import { LOCALES } from '../../../i18n/locale';
import type { Rule } from '../rule';
import { walkJson } from '../walk-json';

/** What Windows prints, as far as anybody has seen it. */
const MAY_LACK: ReadonlySet<string> = new Set(['message', 'messageOrigin']);

export const bothLocales: Rule = {
  id: 'both-locales',
  description: 'Every text exists in both languages and is not empty.',
  check: ({ files }) =>
    files.flatMap((file) => {
      const missing: { path: string; locale: string }[] = [];
      walkJson(file.json, (node, path) => {
        if (typeof node !== 'object' || node === null) return;
        if (MAY_LACK.has(path) || !LOCALES.some((locale) => locale in node)) return;
        for (const locale of LOCALES) if (isEmpty(Reflect.get(node, locale))) missing.push({ path, locale });
      });
      return missing.map(({ path, locale }) => ({
        file: file.path,
        path,
        value: `${path}.${locale}`,
        what: `${path} has no text in ${locale}`,
        why: 'readers of that language would see nothing there',
        fix: `write ${path}.${locale}`,
      }));
    }),
};

function isEmpty(text: unknown): boolean {
  return text === undefined || text === null || (typeof text === 'string' && text.trim() === '');
}
