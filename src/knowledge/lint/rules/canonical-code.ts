/** Rule: codes are written in canonical form. */

import { isErrorCode } from '../../../code/error-code';
import type { Rule } from '../rule';

const CODE = /(?<![\w-])0x[0-9a-f]{8}(?![\w-])/gi;

/** Looked for first: nearly all strings hold none. */
const MAY_HOLD_CODE = /0x[0-9a-f]{8}/i;

export const canonicalCode: Rule = {
  id: 'canonical-code',
  description: 'A code is written as 0x and eight upper-case hex digits.',
  check: ({ strings }) =>
    strings
      .filter(({ value }) => MAY_HOLD_CODE.test(value))
      .filter(({ value, path }) => !/^https?:/.test(value) && !/^(message|systemMessage|aliases|symptoms)\b/.test(path))
      .flatMap(({ file, path, value }) =>
        (value.match(CODE) ?? [])
          .filter((code) => !isErrorCode(code))
          .map((code) => ({
            file,
            path,
            value: code,
            what: `${path} writes ${code}`,
            why: 'one spelling lets people search for a code and lets links between entries work',
            fix: `write 0x${code.slice(2).toUpperCase()}`,
          })),
      ),
};
