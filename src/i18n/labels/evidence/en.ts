/** What we say of pasted output, in English. */

import type { EvidenceLabels } from './labels';

export const en: EvidenceLabels = {
  heading: 'What your output says',
  title: 'Your output, read',
  fine: 'Nothing here needs a repair.',
  unclear: 'That alone does not tell what is wrong. Paste the error message itself, too, with its code.',
  edition: 'Edition',
  channel: 'Product key',
  status: 'License status',
  expires: 'Time left',
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  kmsHost: 'KMS host',
  rearms: 'Rearms left',
  channels: {
    'kms-client': 'KMS client',
    'kms-host': 'KMS host',
    mak: 'MAK',
    retail: 'retail',
    oem: 'OEM',
    avma: 'AVMA (through the Hyper-V host)',
    subscription: 'subscription',
    'timebased-eval': 'evaluation',
    timebased: 'time-limited',
  },
  statuses: {
    unlicensed: 'not licensed',
    licensed: 'licensed',
    'initial-grace': 'initial grace period',
    'additional-grace': 'additional grace period',
    'non-genuine-grace': 'non-genuine grace period',
    notification: 'notification mode',
    'extended-grace': 'extended grace period',
  },
  phases: {
    unknown: 'an unknown phase',
    downlevel: 'the phase DOWNLEVEL (still in the old Windows)',
    'safe-os': 'the phase SAFE_OS (in Windows RE)',
    'first-boot': 'the phase FIRST_BOOT (first start of the new Windows)',
    'oobe-boot': 'the phase SECOND_BOOT (second start, setting up)',
    uninstall: 'the phase UNINSTALL (going back)',
  },
  operations: [
    'an unknown operation',
    'copying the payload',
    'downloading updates',
    'installing updates',
    'installing the recovery environment',
    'installing the recovery image',
    'replicating optional components',
    'installing drivers',
    'preparing SAFE_OS',
    'preparing the rollback',
    'preparing the first boot',
    'preparing the OOBE boot',
    'applying the image',
    'migrating data',
    'setting the product key',
    'adding the answer file',
    'adding a driver',
    'enabling a feature',
    'disabling a feature',
    'registering an asynchronous process',
    'registering a synchronous process',
    'creating a file',
    'creating a registry key',
    'the boot',
    'Sysprep',
    'OOBE',
    'beginning the first boot',
    'ending the first boot',
    'beginning the OOBE boot',
    'ending the OOBE boot',
    'what precedes OOBE',
    'what follows OOBE',
    'adding a provisioning package',
  ],
  whys: {
    'inside-stop': 'the first parameter of the stop code',
    'setup-result': 'the result that Windows Setup reports',
    'event-12288': 'event 12288 on the client',
    'event-12289': 'event 12289 on the client',
    'event-12290': 'event 12290 on the KMS host',
    'event-12293': 'event 12293 on the KMS host',
    'notification-reason': 'the line Notification Reason',
    'license-reason': 'the reason in the license',
    'event-8198': 'event 8198',
    'event-other': 'the event log',
    'command-error': 'the command itself',
  },
  findings: {
    activated: () => 'It is activated. No step is needed.',
    grace: ({ status }) =>
      `It is in the ${status}: everything works until that ends, and it should be activated before.`,
    notification: ({ code }) =>
      code === ''
        ? 'It is in notification mode: the grace period is over, and Windows asks for activation.'
        : `It is in notification mode. The reason it gives is \`${code}\`.`,
    'no-key': () => 'No product key is installed for this product.',
    'never-activated': () => 'This KMS client has never been activated: `/ato` has to be run.',
    'not-volume': ({ channel }) =>
      channel === ''
        ? 'The installed key is no volume key, so that a KMS host cannot activate it.'
        : `The installed key is of the channel ${channel}, so that a KMS host cannot activate it.`,
    'is-kms-host': () => 'A KMS host key is installed: this computer activates others.',
    'dns-name-missing': () => 'This computer has found no KMS host in DNS.',
    'host-set-by-hand': () => 'The KMS host is set by hand, so DNS is not asked.',
    'no-rearms': () => 'No rearm is left: `/rearm` cannot help any more.',
    'host-count': ({ count, threshold }) =>
      threshold === 5
        ? `The KMS host has counted ${count} computers. It activates Windows Server from 5 and Windows clients from 25.`
        : `The KMS host has counted ${count} computers: enough for Windows Server (5), too few for Windows clients (25).`,
    'host-refuses': ({ count }) => `The KMS host has refused every request so far (${count}).`,
    'host-not-published': () => 'The KMS host does not publish itself in DNS.',
    leads: ({ code, why }) => `\`${code}\` stands in ${why}, so it comes first: it tells the cause.`,
    'host-answered': () => 'The KMS host was reached, and it answered.',
    'count-below': ({ count, threshold }) =>
      `The KMS host has counted ${count} computers, and this one needs ${threshold}.`,
    'count-reached': ({ count, threshold }) => `The KMS count is reached: ${count}, and ${threshold} are needed.`,
    'clock-difference': ({ minutes }) =>
      `The clocks of client and KMS host differ by ${minutes} minutes; 240 (4 hours) are allowed.`,
    'same-machine-id': () => 'Two computers ask with the same client machine ID (CMID), so the host counts them once.',
    'publishing-failed': ({ code }) =>
      code === ''
        ? 'The KMS host could not write its record into DNS (event 12293).'
        : `The KMS host could not write its record into DNS (event 12293): \`${code}\`.`,
    'no-genuine-ticket': () =>
      'Events 8200 and 8208 tell of a ticket that was not fetched from the internet. Where a KMS host activates, they are harmless.',
    'dns-found': ({ count, port }) =>
      `DNS knows ${count === 1 ? 'one KMS host' : `${count} KMS hosts`}${port === 0 ? '' : `, port ${port}`}. So discovery is not the problem.`,
    'dns-no-record': () => 'DNS answers, but has no `_vlmcs._tcp` record in this zone.',
    'dns-no-answer': () => 'The DNS server did not answer.',
    'port-open': ({ port }) => `The port${port === 0 ? '' : ` ${port}`} can be reached.`,
    'port-closed': ({ port }) => `The port${port === 0 ? '' : ` ${port}`} cannot be reached.`,
    'port-name-unknown': () => 'The name of the KMS host cannot be resolved.',
    'clock-off': ({ minutes }) => `The clock is off by ${minutes} minutes.`,
    'clock-right': () => 'The clock is right.',
    'clock-unsynchronized': () => 'This computer does not take its time from another one.',
    'clock-service-stopped': () => 'The Windows Time service does not run.',
    setup: ({ code, phase, operation }) =>
      `Windows Setup failed with \`${code}\` in ${phase === '' ? 'an unknown phase' : phase}, while ${operation === '' ? 'doing something that the code does not name' : operation}.`,
    stop: ({ code, inner }) => `The stop code \`${code}\` carries \`${inner}\`, the error that led to it.`,
    'command-done': () => 'The command did its work.',
    'published-key': ({ edition }) =>
      `The key in your message is one that Microsoft publishes (${edition}). It is no secret, and it activates only with a KMS host or what it was made for.`,
  },
};
