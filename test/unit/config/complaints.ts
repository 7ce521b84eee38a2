import { readConfig } from '../../../src/config';
import { FaultError } from '../../../src/errors';

/** What is said about the settings: every fault's three parts. */
export function complaintsAbout(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ what, why, fix }) => `${what} ${why} ${fix}`);
    throw error;
  }
  return [];
}
