/** Rule: links to Microsoft carry no locale, and every link is https. Fixable. */

import { replaceString } from '../finding';
import type { Rule } from '../rule';

const LINK = /https?:\/\/[^\s"'<>，。）]+/g;
const LOCALE = /^(https:\/\/(?:[a-z]+\.)?microsoft\.com)\/[a-z]{2}-[a-z]{2,4}(?:-[a-z]{2})?(?=\/)/i;

export const linkWithoutLocale: Rule = {
  id: 'link-without-locale',
  description: 'Links are https, and links to Microsoft carry no locale.',
  check: ({ strings }) =>
    strings.flatMap(({ file, path, value }) => {
      const fixed = value.includes('://') ? value.replace(LINK, setLink) : value;
      if (fixed === value) return [];
      return {
        file,
        path,
        value,
        what: `${path} links to ${value}`,
        why: 'without a locale the site shows each reader their own language; without https anyone on the way can change it',
        fix: `write ${fixed}, or run the lint with --fix`,
        repair: replaceString(value, fixed),
      };
    }),
};

function setLink(link: string): string {
  return link.replace(/^http:/, 'https:').replace(LOCALE, '$1');
}
