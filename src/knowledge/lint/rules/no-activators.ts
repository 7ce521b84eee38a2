/** Rule: nothing points to illegal activation, and links lead to Microsoft alone. */

import type { Rule } from '../rule';

const MICROSOFT_HOSTS = new Set([
  'learn.microsoft.com',
  'support.microsoft.com',
  'www.microsoft.com',
  'admin.microsoft.com',
  'intune.microsoft.com',
  'download.microsoft.com',
  'portal.azure.com',
  'aka.ms',
  'go.microsoft.com',
  // Hosts that activation itself needs and that firewalls must let through.
  'activation.sls.microsoft.com',
]);
/** Microsoft's own scripts for Azure. */
const AZURE_SCRIPTS = 'https://github.com/Azure/azure-support-scripts';

const ACTIVATORS =
  /kms[\s_-]?pico|kmsauto|kms[ _-]auto[ _-]?(?:net|lite)|vlmcsd|py-?kms|kms[\s_-]?vl[\s_-]?all|massgrave|microsoft[\s_-]activation[\s_-]scripts|heu[\s_-]?kms|microsoft toolkit|\bre-?loader\b|\baact\b|hwidgen|kmstools|kmsoffline|gvlk[\s_-]?gen|小马激活|暴风激活|激活神器|破解/i;

/** `/skms` may name a place to fill in, or Azure's own service. */
const KMS_HOST = /[/-]skms\s+(\S+)/gi;
const ALLOWED_KMS_HOST =
  /^(?:<[^>]+>|azkms\.core\.windows\.net|azkms\.core\.chinacloudapi\.cn|kms\.core\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net|cloudapi\.de)|20\.118\.99\.224|40\.83\.235\.53)(?::\d+|:<[^>]+>)?$/i;

export const noActivators: Rule = {
  id: 'no-activators',
  description: 'No activators, no KMS hosts of strangers, no links beyond Microsoft.',
  check: ({ strings }) =>
    strings.flatMap(({ file, path, value }) =>
      strangers(value).map((found) => ({
        file,
        path,
        value: found,
        what: `${path} names ${found}`,
        why: 'we help with licensed Windows only; an activator or a stranger’s KMS host is illegal and a common way to malware',
        fix: 'remove it; link to learn.microsoft.com instead',
      })),
    ),
};

/** What every link and every command that names a host holds. */
const MAY_LEAD = /:\/\/|skms/i;

function strangers(text: string): string[] {
  if (!MAY_LEAD.test(text)) return ACTIVATORS.exec(text) ?? [];
  const links = [...text.matchAll(/https?:\/\/[^\s"'<>，。）]+/gi)].map(([link]) => link);
  const hosts = [...text.matchAll(KMS_HOST)].map(([, host]) => (host ?? '').replace(/[`。，,;]+.*$/, ''));
  return [
    ...(ACTIVATORS.exec(text) ?? []),
    ...links.filter((link) => !isMicrosoft(link)),
    ...hosts.filter((host) => host !== '' && !ALLOWED_KMS_HOST.test(host)),
  ];
}

function isMicrosoft(link: string): boolean {
  if (!URL.canParse(link)) return false;
  return MICROSOFT_HOSTS.has(new URL(link).hostname) || link.startsWith(`${AZURE_SCRIPTS}/`) || link === AZURE_SCRIPTS;
}
