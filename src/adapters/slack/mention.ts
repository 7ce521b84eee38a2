/** Mentions of the bot itself, as Slack writes them into texts. */

/** `<@U123>` or, in older clients' posts, `<@U123|name>`. */
function mentionOf(userId: string): RegExp {
  return new RegExp(`<@${userId}(\\|[^<>]*)?>`, 'g');
}

export function hasMention(text: string, userId: string): boolean {
  return mentionOf(userId).test(text);
}

/** The text as somebody wrote it to the bot. */
export function withoutMention(text: string, userId: string): string {
  return text.replaceAll(mentionOf(userId), ' ').trim();
}
