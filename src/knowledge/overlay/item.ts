/**
 * The shape of a file in `codes/` of an overlay: entries of the organization's own, and changes to ours. A file holds one
 * of them or a list.
 */

import { z } from 'zod';
import { type Entry, entrySchema, entryShape, errorCodeSchema } from '../entry';

/** A change to an entry of ours: each key that is named takes the place of ours, the others stay. */
export const overrideSchema = z.strictObject({
  $schema: z.string().optional(),
  code: errorCodeSchema,
  override: entryShape.omit({ $schema: true, code: true }).partial(),
});

const itemSchema = z.union([overrideSchema, entrySchema]);

/** For editors; the program looks at each item by the schema that it means to follow. */
export const overlayCodesSchema = z.union([itemSchema, z.array(itemSchema)]);

/** Tells what an item means to be, so that its faults are told against that shape alone. */
export function isOverride(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'override' in item;
}

/** The entry as it reads with the change, as raw as it came: only the schema says whether the whole is sound. */
export function applyOverride(entry: Entry, override: object): unknown {
  return { ...entry, ...override };
}
