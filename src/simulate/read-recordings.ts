/** Recorded requests on the disk: a JSON file each. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Recording, recordingSchema } from './recording';

/** A file, and what it holds; `fault` names the field that is wrong, or is empty where the file is no JSON. */
export type ReadRecording =
  | { readonly file: string; readonly recording: Recording }
  | { readonly file: string; readonly fault: string };

/** The recordings in a file, or in all `.json` files of a folder and its folders, by name. Throws for a name of nothing. */
export function readRecordings(name: string): readonly ReadRecording[] {
  if (!statSync(name).isDirectory()) return [readRecording(name)];
  return readdirSync(name, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readRecording(path.join(name, file)));
}

function readRecording(file: string): ReadRecording {
  try {
    const parsed = recordingSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return { file, recording: parsed.data };
    return { file, fault: parsed.error.issues[0]?.path.join('.') ?? '' };
  } catch {
    return { file, fault: '' };
  }
}
