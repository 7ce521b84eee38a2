/** The page about settings says of each one what the program lets each level say, and names words that it reads. */

import { readCommand } from '../../src/bot/commands';
import { FAMILIES } from '../../src/knowledge/families';
import { FIELD_OF, isSettingName, readSetting } from '../../src/settings/read';
import { FIELDS_OF, STORED_LEVELS } from '../../src/settings/settings';
import { codeRows, codeSpans, read } from './markdown';

describe.each([
  ['docs/settings.md', 'yes'],
  ['docs/settings.zh-CN.md', '是'],
])('%s', (file, yes) => {
  const text = read(file);
  const rows = codeRows(text).map((cells) => cells.map((cell) => ({ cell, spans: codeSpans(cell) })));
  const settings = rows.filter((cells) => cells.length === 6);
  const words = rows.filter((cells) => cells.length === 3);
  const nameIn = (cells: (typeof rows)[number]) => cells[0]?.spans[0] ?? '';

  test('lists every setting, and no other', () => {
    expect(settings.map(nameIn).sort()).toEqual(Object.keys(FIELD_OF).sort());
  });

  test.each(settings.map((cells) => [nameIn(cells), cells] as const))(
    'tells which levels may say %s',
    (name, cells) => {
      const told = cells.slice(3).map(({ cell }) => cell === yes);
      expect(told).toEqual(
        STORED_LEVELS.map((level) => isSettingName(name) && FIELDS_OF[level].includes(FIELD_OF[name])),
      );
    },
  );

  test.each(settings.map((cells) => [nameIn(cells), cells[1]?.spans ?? []] as const))(
    'names values of %s that the program takes',
    (name, values) => {
      if (!isSettingName(name)) throw new Error(name);
      expect(values.filter((value) => 'error' in readSetting(name, value, 0))).toEqual([]);
    },
  );

  test('names words that are commands, in both languages', () => {
    const told = words.map(([first, second]) => [first?.spans[0] ?? '', second?.spans[0] ?? '']);
    const read = told.map((row) => row.map((word) => readCommand(word)));
    expect(read.flat().filter((command) => command === undefined || !('command' in command))).toEqual([]);
    expect(read.filter(([first, second]) => JSON.stringify(first) !== JSON.stringify(second))).toEqual([]);
  });

  test('names every part of Windows that a route can be for', () => {
    expect(FAMILIES.filter((family) => !text.includes(`\`${family}\``))).toEqual([]);
  });
});
