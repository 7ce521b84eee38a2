/** Rule: Chinese is set as Chinese engineers set it. Fixable. */

import { setChinese } from '../chinese-typography';
import { replaceString } from '../finding';
import type { Rule } from '../rule';

export const zhTypography: Rule = {
  id: 'zh-typography',
  description: 'Chinese text has spaces around Latin words and full-width punctuation without spaces.',
  check: ({ texts }) =>
    texts
      .filter(({ isVerbatim }) => !isVerbatim)
      .flatMap(({ file, path, chinese }) => {
        const fixed = setChinese(chinese);
        if (fixed === chinese) return [];
        return {
          file,
          path,
          value: chinese,
          what: `${path}.zh-CN is set as "${chinese}"`,
          why: 'Chinese readers expect a space between Chinese and Latin words, and full-width punctuation without spaces',
          fix: `write "${fixed}", or run the lint with --fix`,
          repair: replaceString(chinese, fixed),
        };
      }),
};
