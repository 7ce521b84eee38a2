/** The words for what one person asks for, in English. */

import type { PersonalLabels } from './labels';

export const en: PersonalLabels = {
  buttons: {
    ask: 'Ask a question',
    cases: 'My cases',
    home: 'Overview',
    settings: 'Settings',
    listenHere: 'Answer codes here without being asked',
    mentionHere: 'Only when mentioned',
    muteHour: 'Mute for 1 hour',
    muteDay: 'Mute for 24 hours',
    mute: 'Mute until I say so',
    unmute: 'Unmute',
  },

  home: {
    title: 'Hexfix',
    text: 'Paste a Windows error code or the whole message into our chat, and you get what it means, the likely cause and the fix.',
    openCases: 'Your open cases',
    noOpenCases: 'You have no open cases.',
  },

  search: { label: 'Search error codes', hint: 'A code, a symbolic name, or a few words' },

  cases: {
    title: 'Your cases',
    heading: 'The latest first',
    earlier: 'Earlier',
    none: 'You have not asked about any error code yet, or it was a long time ago.',
    noCode: 'without a code',
    kept: (days) => `A case is forgotten ${days} days after the last press of a button.`,
    states: {
      open: 'open',
      waiting: 'waiting for the help desk',
      claimed: 'the help desk is at work',
      closed: 'closed by the help desk',
      solved: 'solved',
    },
    since: (state) => `${state}, asked {when}`,
  },

  ask: {
    title: 'Ask Hexfix',
    submit: 'Ask',
    cancel: 'Cancel',
    question: 'What does Windows show?',
    hint: 'Paste the error code or the whole message, or say what fails and when.',
    privacy: 'The text is not stored. Leave out product keys: nobody needs them to help you.',
    empty: 'Paste an error code or a message, or describe what fails.',
    tooLong: (longest, length) =>
      `At most ${longest} characters, and this has ${length}. Keep the part around the error.`,
    sent: {
      title: 'Answered in private',
      text: 'The answer is on its way to your own chat with Hexfix. If nothing arrives there, write to Hexfix directly.',
    },
  },

  commands: {
    title: 'That is no command',
    nearest: (word) => `Did you mean \`${word}\`?`,
    heading: 'What you can write',
    list: [
      'an error code, an error message or what fails: the answer',
      '`settings`: what is set for you, for this channel and for everyone',
      '`mute 1h`, `mute 24h`, `mute`: no unasked answers to your posts; `unmute` ends it',
      '`my cases`: what you asked about, and how it stands',
      '`home`: all of this on one page',
      '`report`: the codes of the last 30 days',
      '`help`: what I can do',
    ],
    forYouAlone: {
      title: 'For you alone',
      text: 'Others read along here. Press the button: only you will see what it shows.',
    },
  },

  mute: {
    until: {
      title: 'Muted',
      text: 'Until {when} I leave your posts in channels alone. I still answer when you mention me or write to me.',
    },
    forGood: {
      title: 'Muted',
      text: 'From now on I leave your posts in channels alone, until you write `unmute`. I still answer when you mention me or write to me.',
    },
    off: {
      title: 'No longer muted',
      text: 'Your posts count like everybody’s again: where a channel lets me, I answer the error codes in them.',
    },
  },
  place: {
    listening: {
      title: 'Answering without being asked',
      text: 'From now on I answer error codes in this channel that are beyond doubt, in the thread. To end it, mention me with `settings`, or write `mute` to be left alone yourself.',
    },
    mentionOnly: {
      title: 'Only when mentioned',
      text: 'From now on I answer in this channel only when somebody mentions me. Mention me with `settings` to change it.',
    },
    noChannel: {
      title: 'No channel here',
      text: 'This button is about a channel or group chat, and this is none. Mention me with `settings` in the channel.',
    },
  },

  source: {
    date: 'Date',
    codes: 'Error codes that Hexfix explains from this page',
    more: (count) => `and ${count} more`,
  },

  feedback: {
    helpful: 'Helpful',
    unhelpful: 'Not helpful',
    thanks: {
      title: 'Thank you',
      text: 'Good to hear. Only the code, the step and your verdict are counted, without your name.',
    },
    sorry: {
      title: 'Thank you',
      text: 'Noted: the code, the step and your verdict are counted, without your name. There may be more to try.',
    },
    counted: 'Said of the answers',
    counts: (helpful, unhelpful) => `${helpful} helpful, ${unhelpful} not helpful`,
  },

  welcome: {
    listen:
      'In this channel I answer only when mentioned. Shall I answer error codes here without being asked, as far as they are beyond doubt? Anyone but guests may decide.',
    silence:
      'To silence me, mention me with `settings` and switch the channel off, or with `mute` for your own posts alone.',
  },

  prompts: [
    { title: 'Windows will not activate: 0xC004F074', message: 'What does 0xC004F074 mean, and how do I fix it?' },
    { title: 'An update fails with 0x800F0922', message: 'A Windows update fails with 0x800F0922' },
    { title: 'The KMS count is too low', message: 'The KMS host says that its count is insufficient' },
    { title: 'Blue screen after sleep', message: 'Blue screen when my laptop wakes from sleep' },
  ],
};
