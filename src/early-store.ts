/**
 * The thread of the embedded database, begun before everything else is loaded: it takes half as long as all the rest. Imported
 * first, by the server alone.
 */

import { type StoreThread, startStoreThread } from './store/thread/start-thread';

/** None where the environment names a database; where only a file of settings does, it is stopped when that has been read. */
export const storeThread: StoreThread | undefined = process.env.DATABASE_URL ? undefined : startStoreThread();
