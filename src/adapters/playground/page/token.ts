/** What the bot's markup on either platform comes down to. */

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };
