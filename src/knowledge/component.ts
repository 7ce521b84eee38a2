/** The shape of `knowledge/components.json`: which Windows component owns a range of codes. */

import { z } from 'zod';
import { confidenceSchema, errorCodeSchema, idSchema, localizedSchema } from './entry';

export const componentSchema = z
  .strictObject({
    id: idSchema,
    /** First and last code of the range, both included. */
    from: errorCodeSchema,
    to: errorCodeSchema,
    name: localizedSchema,
    /** One sentence on what kind of fault lies in this range and where to look next. */
    hint: localizedSchema,
    confidence: confidenceSchema,
  })
  .refine(({ from, to }) => from <= to, 'a range starts at its lower code');

/** Ranges may lie within wider ones; the narrowest that holds a code speaks for it. */
export const componentsSchema = z.strictObject({
  $schema: z.string().optional(),
  components: z.array(componentSchema),
});
