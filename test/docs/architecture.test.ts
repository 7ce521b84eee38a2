import { LAW } from '../architecture/law';
import { codeRows, codeSpans, read } from './markdown';

/** The rooms that a table of a document names, each with the rooms it may import. */
function roomsIn(file: string): Record<string, string[]> {
  const rows = codeRows(read(file)).filter(([room = '']) => room.replaceAll('`', '') in LAW);
  // A table of the store may bear the name of a room; the rooms come first.
  const first = rows.filter(([room], index) => rows.findIndex(([other]) => other === room) === index);
  return Object.fromEntries(first.map(([room = '', , imports = '']) => [room.replaceAll('`', ''), readRooms(imports)]));
}

/** In the documents, a room of which only types may be imported stands behind a word that says so. */
function readRooms(cell: string): string[] {
  return cell.split(/[,、]/).flatMap((part) => {
    const [room] = codeSpans(part);
    if (room === undefined) return [];
    return /^`/.test(part.trim()) ? [room] : [`${room}:types`];
  });
}

const expected = Object.fromEntries(Object.entries(LAW).map(([room, { rooms }]) => [room, [...rooms].sort()]));

test.each(['docs/architecture.md', 'docs/architecture.zh-CN.md'])('the rooms in %s follow the law', (file) => {
  const told = Object.entries(roomsIn(file)).map(([room, rooms]) => [room, rooms.sort()]);
  expect(Object.fromEntries(told)).toEqual(expected);
});
