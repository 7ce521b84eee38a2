/** What the Slack adapter must be told; `src/config.ts` reads it from the environment. */

export interface SlackConfig {
  /** The bot token of the installation, `xoxb-…`. */
  readonly botToken: string;
  /** Accepted signing secrets, at most two: the current one, and during a rotation the one before. None: no HTTP route. */
  readonly signingSecrets: readonly string[];
  /** The app-level token, `xapp-…`. With it, events also come through Socket Mode. */
  readonly appToken?: string;
  /** The id of the channel in which people take over, `C…` or `G…`. */
  readonly triageChannel?: string;
  /** Where the Web API is. Only for tests and simulators on loopback: the bot token is sent there. */
  readonly apiUrl?: string;
}
