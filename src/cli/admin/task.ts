/** What a task of `admin` is: first the command line is judged, then the work is done. */

import type { Arguments } from '../arguments';
import type { ExitCode, Io, TerminalStore } from '../io';
import type { AdminWords } from './words';

export type Task = (store: TerminalStore, io: Io) => Promise<ExitCode>;

/** `args.rest` is what stands behind the name of the task. Throws a `UsageError` when the task cannot be meant so. */
export type Prepare = (args: Arguments, words: AdminWords) => Task;
