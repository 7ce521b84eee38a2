/** Rule: commands exist as they are written, and those that cannot be undone are marked. */

import type { CommandLine } from '../corpus';
import type { Rule } from '../rule';

/** The options of slmgr.vbs. @see https://learn.microsoft.com/windows-server/get-started/activation-slmgr-vbs-options */
const SLMGR_OPTIONS = new Set(
  `ipk ato dli dlv xpr cpky ilc rilc rearm rearm-app rearm-sku upk dti atp skms ckms skms-domain ckms-domain skhc ckhc
  sai sri sprt sdns cdns spri cpri act-type lil ril ltc fta stao ctao ad-activation-online ad-activation-get-iid
  ad-activation-apply-cid ao-list del-ao`.split(/\s+/),
);

/** What cannot be put back by repeating the step. */
const DESTRUCTIVE = [
  /\bslmgr(?:\.vbs)?\b.*\s[/-](?:rearm|cpky|del-ao|ril\b)/i,
  /\bospprearm/i,
  /\b(?:ren|rename|del|erase|move|rename-item|remove-item)\b.*\b(?:tokens|cache)\.dat\b/i,
  /\bdism\b.*\/set-edition\b/i,
  /\bsysprep\b.*\/generalize\b/i,
  /\bformat-volume\b|\bsystemreset\b/i,
];
const REINSTALL = /\b(?:reinstall|clean install)\w*\b[^.;]*\b(?:windows|operating system)\b(?!\s+licen)/i;

export const commandSanity: Rule = {
  id: 'command-sanity',
  description: 'slmgr options exist, /upk is never suggested, destructive steps are marked.',
  check: ({ commands, entries }) => [
    ...commands.flatMap((line) => [...unknownOptions(line), ...forbidden(line), ...unmarked(line)]),
    ...entries.flatMap(({ file, value }) =>
      value.steps.flatMap(({ text, destructive }, index) =>
        destructive || !REINSTALL.test(text.en) ? [] : [markMissing(file.path, `steps[${index}]`, 'reinstall')],
      ),
    ),
  ],
};

function unknownOptions({ file, path, command }: CommandLine) {
  return slmgrOptions(command)
    .filter((option) => !/^[/-]/.test(option) || !SLMGR_OPTIONS.has(option.slice(1).toLowerCase()))
    .map((option) => ({
      file,
      path,
      value: option,
      what: `${path} gives slmgr the option ${option}`,
      why: 'slmgr strips one leading / or - and knows only its own options; anything else is "Unrecognized option"',
      fix: 'write an option of slmgr.vbs, such as /ipk',
    }));
}

function forbidden({ file, path, command }: CommandLine) {
  return slmgrOptions(command)
    .filter((option) => /^\W*upk$/i.test(option))
    .map((option) => ({
      file,
      path,
      value: option,
      what: `${path} suggests ${option}`,
      why: 'it removes the product key, and without an Activation ID every key on an Office KMS host; /ipk replaces a key',
      fix: 'use /ipk with the new key',
    }));
}

function unmarked({ file, path, command, isDestructive }: CommandLine) {
  if (isDestructive || !DESTRUCTIVE.some((pattern) => pattern.test(command))) return [];
  return [markMissing(file, path, command)];
}

function markMissing(file: string, path: string, value: string) {
  return {
    file,
    path,
    value,
    what: `${path} is not marked destructive: ${value}`,
    why: 'readers are warned before a step that repeating it cannot undo',
    fix: `set ${path}.destructive to true`,
  };
}

/** The option of each slmgr call: the first word after the script that begins with a slash or a hyphen. */
function slmgrOptions(command: string): string[] {
  return [...command.matchAll(/\bslmgr(?:\.vbs)?"?\s+(?:[^\s/-]\S*\s+){0,3}([/-]+[\w-]*\/?[\w-]*)/gi)].map(
    ([, option]) => option ?? '',
  );
}
