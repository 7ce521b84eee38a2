/** The last look at an address before it becomes a link: whatever data it came from, only `https` is followed. */

/** The address in normal form, safe to put into markup, or `undefined` when it must not become a link. */
export function toHttpsLink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:') return undefined;
  // The URL parser leaves these in places; each of them ends or splits a link in Markdown or mrkdwn.
  return url.href.replace(/[()|`\\<>]/g, percentEncode);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
