/** Links to channels, as people copy them from the platforms, read as the channels' ids. */

/** @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-links#deep-link-to-a-channel */
const TEAMS_LINK = /https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft)\/l\/channel\/([^/\s?]{1,300})\S*/gi;
const SLACK_LINK = /https:\/\/[a-z0-9.-]{1,100}\.slack\.com\/archives\/([CG][A-Z0-9]{2,31})\b\S*/gi;

/** The text with ids in the place of links to channels. Never throws. */
export function replaceChannelLinks(text: string): string {
  return text
    .replace(TEAMS_LINK, (link, id: string) => decode(id) ?? link)
    .replace(SLACK_LINK, (_link, id: string) => id);
}

/** What no browser would have encoded so is left alone. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
