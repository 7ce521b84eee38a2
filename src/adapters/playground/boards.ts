/** The boards of all browsers, by session; the one used least lately goes when there are too many. */

import { type Board, createBoard } from './board';

export const MOST_BOARDS = 20;

export interface Boards {
  /** The board of a session; an empty one for a session that is not known. */
  open(session: string): Board;
  find(session: string): Board | undefined;
  /** The session used last. */
  latest(): string | undefined;
}

/** Makes room for boards. */
export function createBoards(now: () => number): Boards {
  const boards = new Map<string, Board>();

  /** Puts the board last in the map, which keeps its order. */
  function use(session: string, board: Board): Board {
    boards.delete(session);
    boards.set(session, board);
    return board;
  }

  function find(session: string): Board | undefined {
    const board = boards.get(session);
    return board && use(session, board);
  }

  return {
    find,

    open(session) {
      const board = find(session) ?? use(session, createBoard(now));
      const [oldest] = boards.keys();
      if (boards.size > MOST_BOARDS && oldest !== undefined) boards.delete(oldest);
      return board;
    },

    latest: () => [...boards.keys()].at(-1),
  };
}
