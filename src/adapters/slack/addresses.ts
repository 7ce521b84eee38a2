/** Where the SDK may call: a `response_url` comes from outside, if signed, and what is sent there holds a case. */

/** Slack, and its cloud for the United States government. */
const HOSTS: readonly string[] = ['slack.com', 'hooks.slack.com', 'slack-gov.com', 'hooks.slack-gov.com'];
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Tells whether it is Slack's; where another server stands in for Slack, which only one on this machine may, whether it is here. */
export function isSlackAddress({ protocol, port, hostname }: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined) return LOOPBACK_HOSTS.includes(hostname);
  return protocol === 'https:' && port === '' && HOSTS.includes(hostname);
}
