/** What sort of event it is, told before it is read: nearly all are posts, and need not be tried as anything else. */

/** The `type` and, of a message, the `subtype`, as in `message:message_changed`; empty for what has no type. */
export function kindOf(event: unknown): string {
  if (typeof event !== 'object' || event === null || !('type' in event) || typeof event.type !== 'string') return '';
  const isSpecial = 'subtype' in event && typeof event.subtype === 'string';
  return isSpecial ? `${event.type}:${event.subtype}` : event.type;
}
