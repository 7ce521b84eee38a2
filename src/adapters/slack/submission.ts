/** Forms sent in: who filled them in, where they were opened, and what the fields hold. */

import { z } from 'zod';
import { type FormOrigin, readOrigin } from './form-origin';

/** What a field of ours holds, by the kind of its element; null where nothing was filled in. */
const fieldSchema = z.union([
  z.object({ type: z.literal('plain_text_input'), value: z.string() }).transform(({ value }) => value),
  z
    .object({ type: z.literal('static_select'), selected_option: z.object({ value: z.string() }) })
    .transform(({ selected_option }) => selected_option.value),
  z.object({ type: z.literal('users_select'), selected_user: z.string() }).transform((field) => field.selected_user),
  z
    .object({ type: z.literal('conversations_select'), selected_conversation: z.string() })
    .transform((field) => field.selected_conversation),
]);

const submissionSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    /** By the id of the block, which is the field's, then by the id of its only element. */
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});

/** A form of ours, sent in. */
export interface SlackSubmission extends FormOrigin {
  readonly person: string;
  /** Untrusted. */
  readonly token: unknown;
  readonly values: Readonly<Record<string, string>>;
}

/** The form in a `view_submission` body, or `undefined` where it is none of ours. */
export function readSubmission(body: unknown): SlackSubmission | undefined {
  const parsed = submissionSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, view } = parsed.data;
  const origin = readOrigin(view.private_metadata);
  return origin && { ...origin, person: user.id, values: readValues(view.state.values) };
}

function readValues(blocks: z.infer<typeof submissionSchema>['view']['state']['values']): Record<string, string> {
  const filled = Object.entries(blocks).flatMap(([id, elements]) => {
    const [element] = Object.values(elements);
    const field = fieldSchema.safeParse(element);
    return field.success ? [[id, field.data] as const] : [];
  });
  return Object.fromEntries(filled);
}
