/** The words for answers to one person alone, in English. */

import type { MannersLabels } from './labels';

export const en: MannersLabels = {
  privateNote: 'This answers what you posted in a channel. Only you see it.',

  answeredAlone: {
    sent: 'Answered in private',
    refused: {
      title: 'A private answer was not delivered',
      text: 'Answers to posts here are sent in private, but the platform did not let me write to the person. Add Hexfix to your own apps or open a chat with it, and send the error there.',
    },
    unknown: {
      title: 'A private answer may be missing',
      text: 'Whether the private answer to this post has arrived cannot be found out. If there is none in your chat with Hexfix, send the error there.',
    },
  },

  share: {
    button: 'Share in channel',
    posting: {
      title: 'On its way to the channel',
      text: 'I am posting this answer in the channel, for everybody there. It is a case of its own: what you press here changes nothing there.',
    },
    already: {
      title: 'Shared already',
      text: 'You have shared this answer in the channel before, so it is not posted again.',
    },
    refused: {
      title: 'Not shared',
      off: 'Hexfix is switched off in that channel, so nothing is posted there. Members of the channel can switch it on in the settings.',
      private:
        'That channel is set to private answers, so nothing is posted there. Members of the channel can change that in the settings.',
      nowhere: 'This answer came from no channel, so there is nowhere to share it.',
    },
    by: 'Shared by {who}.',
    notDelivered: (share) => ({
      title: 'Not shared in the channel',
      text: `The platform did not let me post there. Most likely Hexfix is not in the channel: add it (in Slack, send \`/invite @Hexfix\` there), then press “${share}” again.`,
    }),
  },

  switchedOff: {
    title: 'Switched off in that channel',
    text: 'You mentioned me in a channel where Hexfix is switched off, so I do not answer there. Ask me in our own chat, or in Slack by `/hexfix` and the error. Members of the channel can switch me on in the settings.',
  },
};
