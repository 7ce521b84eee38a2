/** The words for settings, in English. */

import type { SettingsLabels } from './labels';

export const en: SettingsLabels = {
  title: 'Settings',
  headings: { person: 'For you', channel: 'In this channel', tenant: 'In the whole organization' },
  change: { person: 'My settings', channel: 'Settings of this channel', tenant: 'Settings for everyone' },
  formTitles: { person: 'My settings', channel: 'Settings of this channel', tenant: 'Settings for everyone' },
  save: 'Save',
  cancel: 'Cancel',

  fields: {
    language: {
      person: 'Language of answers to you',
      channel: 'Language of answers in this channel',
      tenant: 'Language where none can be told',
    },
    mode: 'When Hexfix answers',
    privacy: {
      person: 'Answers to you in channels',
      channel: 'Where answers go',
      tenant: 'Where answers go',
    },
    marks: 'Marks on answered posts',
    cooldown: 'Pause before the same code is answered again unasked',
    ignore: 'Mark at the beginning of posts to be left alone',
    triage: 'Channel of the help desk',
    routes: 'Other channels for some parts of Windows',
    mute: 'Unasked answers to your posts',
  },
  hints: {
    cooldown: (now) => `A number of minutes; 0 for no pause. Left empty: ${now}.`,
    ignore: (now) => `For example !nofix, without blanks; off for none. Left empty: ${now}.`,
    triage: (now) => `Where requests for help go. In Teams, paste the link to the channel. Left empty: ${now}.`,
    routes: (now) =>
      `One line each: the parts, a colon, the channel’s id or link, as in activation, update: C0123456789. Write off for none. Left empty: ${now}.`,
  },

  languages: { en: 'English', 'zh-CN': '中文' },
  modes: {
    off: 'Never',
    mention: 'When mentioned',
    listen: 'When mentioned, and to codes beyond doubt',
  },
  privacies: { thread: 'Into the thread', private: 'To the writer alone' },
  switches: { on: 'On', off: 'Off' },
  mutes: {
    off: 'As the channel has it',
    '1h': 'None for 1 hour',
    '24h': 'None for 24 hours',
    on: 'None until that is changed',
    until: 'None until',
    keep: (until) => `None until ${until} (as now)`,
  },
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  none: 'none',

  asAbove: {
    person: (now) => `As the place has it (now: ${now})`,
    channel: (now) => `As in the organization (now: ${now})`,
    tenant: (now) => `As by default (now: ${now})`,
  },
  automatic: (otherwise) => `By the writing, otherwise ${otherwise}`,
  inherited: { person: 'as the place has it', channel: 'as in the organization', tenant: 'by default' },

  cannotListen:
    'Hexfix cannot answer without being mentioned here: the app is installed with the mention-only package, or may not read this channel. An administrator can install the listening package; in Slack, also invite Hexfix to the channel.',
  listenNeeds: 'Hexfix answers without being mentioned only where its listening package is installed.',
  saved: {
    title: 'Saved',
    person: 'This holds for you from now on, everywhere:',
    channel: 'This holds in this channel from now on:',
    tenant: 'This holds in the whole organization from now on, where a channel or a person says nothing else:',
  },

  refused: {
    channel: {
      title: 'Not for guests',
      text: 'Nothing was changed: guests cannot set how Hexfix behaves in a channel. Ask a member of the channel, or whoever runs Hexfix: `hexfix settings` in the terminal does the same.',
    },
    tenant: {
      title: 'For administrators',
      text: 'Nothing was changed: only administrators set what holds in the whole organization. Ask one of them, or whoever runs Hexfix: `hexfix settings` in the terminal does the same.',
    },
  },
  errors: {
    'not-a-choice': 'Choose one from the list.',
    'not-minutes': (most) => `Write a whole number from 0 to ${most}, or leave it empty.`,
    'not-a-mark': (longest) => `Write at most ${longest} characters without blanks, or leave it empty.`,
    'not-a-channel': 'That is no channel. Pick one, or paste the link to it.',
    'not-a-route': 'Write one route a line: the parts of Windows, a colon, and the channel’s id or link.',
    'not-a-family': (families) => `Use these names for the parts: ${families}.`,
    'too-many-routes': (most) => `At most ${most} routes. Put parts with the same channel on one line.`,
  },
};
