/**
 * Begins with the files that take longest, so that no worker is left with one of them at the end. Jest does so by itself
 * from the second run on; before, as in every clean clone, it goes by the size of the files, and the longest are small.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

/** The longest first; all others take less than ten seconds. */
const LONGEST = [
  'contract/walks-teams',
  'contract/walks-slack',
  'contract/postgres-store',
  'faults/kill',
  'unit/outbox/crash',
  'cards/every-view.zh-CN',
  'cards/every-view.en',
  'contract/uninstall',
  'contract/upgrade',
  'manifest/package-teams',
];

class LongestFirst extends Sequencer {
  static LONGEST = LONGEST;

  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.sort((a, b) => rankOf(a.path) - rankOf(b.path));
  }
}

function rankOf(path) {
  const rank = LONGEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`/test/${name}.test.ts`));
  return rank === -1 ? LONGEST.length : rank;
}

module.exports = LongestFirst;
