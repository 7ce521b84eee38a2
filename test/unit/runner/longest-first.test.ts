import { existsSync } from 'node:fs';
import path from 'node:path';
import LongestFirst from '../../runner/longest-first';

it.each(LongestFirst.LONGEST)('begins with %s, which is there', (name) => {
  expect(existsSync(path.join(__dirname, '../..', `${name}.test.ts`))).toBe(true);
});
