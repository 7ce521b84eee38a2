/** The page's words in English. */

import type { Labels } from './labels';

export const en: Labels = {
  you: 'You',
  app: 'App',
  replies: '1 reply',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying. Select the command and copy it by keyboard.',
  waiting: 'Hexfix is looking it up …',
  silent: 'Hexfix stays silent',
  problem: 'That did not work',
  mention: '@Hexfix',
  answered: (title) => `Answer: ${title}`,
  exchangeName: (time) => `Message of ${time} and its answer`,
  panelName: (platform) => `As ${platform} shows it`,
};
