/** A post of a person, as the requests by which a platform tells the bot of it. */

/** How a post asks for an answer; most of them pass by in a channel. */
export type Asks = 'by code' | 'in words' | 'nothing';

export type PlatformKind = 'slack' | 'teams';

/** One request. Its headers are made anew for every try: a signature bears the time. */
export interface Telling {
  readonly path: string;
  readonly body: string;
  headers(): Readonly<Record<string, string>>;
}

export interface Post {
  readonly platform: PlatformKind;
  /** Where the one answer is to stand. */
  readonly place: string;
  /** An answer is due: it holds a code, or asks the bot in words. Any other passes by in a channel. */
  readonly isAsked: boolean;
  /** What the platform tells of it; a mention in Slack is told twice, under two names. */
  readonly tellings: readonly Telling[];
  /** The same post told once more under another id, as platforms do now and then. */
  tellAnew(): Telling;
}
