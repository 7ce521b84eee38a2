import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listGoldenCards } from '../../src/cards';

const CARDS = join(__dirname, '..', '..', 'cards');
const cards = listGoldenCards();

describe('golden cards', () => {
  test('are all in cards/, and nothing else is: run `npm run cards` after a change', () => {
    const files = ['slack', 'teams'].flatMap((folder) =>
      readdirSync(join(CARDS, folder)).map((name) => `${folder}/${name}`),
    );
    expect(files.sort()).toEqual(cards.map(({ path }) => path).sort());
  });

  test.each(cards.map(({ path, content }) => [path, content]))(
    '%s shows what people see: run `npm run cards` after a change and read the diff',
    (path, content) => {
      expect(readFileSync(join(CARDS, path), 'utf8').replaceAll('\r\n', '\n')).toBe(content);
    },
  );
});
