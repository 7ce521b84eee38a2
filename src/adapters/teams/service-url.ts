/**
 * Which addresses the bot may answer to. A `serviceUrl` comes from outside and receives our token, so it is checked
 * when it arrives and again at every send.
 */

/**
 * Microsoft's connector hosts: public cloud and the United States government clouds.
 * @see https://learn.microsoft.com/azure/bot-service/bot-service-resources-faq-security
 */
export const SERVICE_URL_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

const BOT_FRAMEWORK_SUBDOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.botframework\.com$/;
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

export interface ServiceUrlRules {
  /** Hosts beside Microsoft's own, as `host` or `host:port`; over HTTPS, or also over HTTP on this machine. */
  readonly extraHosts: readonly string[];
  /** No host but this machine, on any port. */
  readonly loopbackOnly: boolean;
}

/** Tells whether answers may go to this address. */
export function isAllowedServiceUrl(serviceUrl: string, rules: ServiceUrlRules): boolean {
  const url = URL.parse(serviceUrl);
  // Empty ones too: what is appended for a call would end up in them.
  if (url === null || url.username !== '' || url.password !== '' || /[?#]/.test(serviceUrl)) return false;
  // The parser tidies what it reads: a host in other letters, dot segments, blanks. Only the tidy spelling is genuine.
  if (url.href !== serviceUrl && url.href !== `${serviceUrl}/`) return false;
  const isOnThisMachine = LOOPBACK_HOSTS.includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOnThisMachine)) return false;
  if (rules.loopbackOnly) return isOnThisMachine;
  if (rules.extraHosts.includes(url.host)) return true;
  return url.port === '' && (SERVICE_URL_HOSTS.includes(url.host) || BOT_FRAMEWORK_SUBDOMAIN.test(url.host));
}
