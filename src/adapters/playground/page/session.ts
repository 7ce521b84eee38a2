/** By what names the server knows this browser: made at random, kept in the browser and nowhere else. */

const KEY = 'hexfix-session';

export interface Session {
  /** The board's. */
  readonly session: string;
  /** Of whoever sits here. */
  readonly person: string;
}

/** The names of this browser: the same after a reload, and in its other tabs. */
export function loadSession(): Session {
  try {
    const [session = '', person = ''] = (localStorage.getItem(KEY) ?? '').split(' ');
    if (session !== '' && person !== '') return { session, person };
  } catch {
    // Storage is forbidden: the names hold until the page is left.
  }
  return saveSession({ session: crypto.randomUUID(), person: crypto.randomUUID() });
}

/** An empty board. */
export function startAfresh({ person }: Session): Session {
  return saveSession({ session: crypto.randomUUID(), person });
}

/** Somebody new before the same board: the bot forgets the language that was chosen. */
export function startAsSomebodyNew({ session }: Session): Session {
  return saveSession({ session, person: crypto.randomUUID() });
}

function saveSession(session: Session): Session {
  try {
    localStorage.setItem(KEY, `${session.session} ${session.person}`);
  } catch {
    // As above.
  }
  return session;
}
