/** The words of the hand-off in English. */

import type { DeskLabels } from './labels';

export const en: DeskLabels = {
  somebody: 'somebody',

  tried: {
    heading: 'Steps tried',
    earlier: (count) => `… and ${count} earlier ${count === 1 ? 'step' : 'steps'}, not shown here`,
    none: 'No step was marked as tried.',
  },

  standing: {
    waiting: {
      label: 'Waiting for help',
      text: 'Asked for by {who}, {when}. Nobody at the help desk has taken it up yet.',
    },
    claimed: { label: 'Being worked on', text: 'In the hands of {who}, since {when}.' },
    closed: (getHelp) => ({
      label: 'Request closed',
      text: `Closed by {who}, {when}. If the error is still there, press “${getHelp}” again.`,
    }),
    solved: { label: 'Solved', text: 'Confirmed by {who}, {when}.' },
    unknown: (getHelp) =>
      `I could not find out whether this request has reached the help desk. Press “${getHelp}” again to send it once more.`,
    refused: (getHelp) =>
      `This request was not delivered to the help desk. Press “${getHelp}” again; if that fails too, tell the help desk yourself.`,
  },

  triage: {
    state: 'State',
    states: {
      waiting: 'waiting for somebody',
      claimed: 'being worked on',
      closed: 'closed',
      solved: 'closed (it works now)',
    },
    method: 'Activation method',
    otherCodes: 'Other codes',
    request: 'Request for help',
    asked: 'Asked for by {who}, {when}',
    claimed: 'In the hands of {who}, since {when}',
    closed: 'Closed by {who}, {when}',
    reopened: 'Reopened {when}',
    details: 'In their own words',
    cause: 'A possible cause',
    guideEnd: 'How the guide ended',
    conversation: 'Open the conversation',
    moves: { claim: 'Claim', assign: 'Assign…', close: 'Close', reopen: 'Reopen' },
  },

  notice: {
    claimed: { title: 'Request taken up', text: 'The request for help has been taken up by {who}.' },
    assigned: { title: 'Request passed on', text: 'The request for help has been passed to {who} by {by}.' },
    closed: (getHelp) => ({
      title: 'Request closed',
      text: `The request for help has been closed by {who}. If the error is still there, press “${getHelp}” on the answer again.`,
    }),
    reopened: {
      title: 'Request reopened',
      text: 'The request for help has been reopened by {who}. It waits for somebody at the help desk to take it up.',
    },
  },

  handOff: {
    title: 'Ask the help desk',
    submit: 'Send',
    cancel: 'Cancel',
    about: 'Sent along',
    needed: 'What is asked for',
    method: 'Activation method',
    details: 'What else should they know?',
    hint: 'Windows edition, since when, how many computers, the output of slmgr.vbs /dlv. Please no product keys.',
    hintElsewhere: 'Which program shows it, since when, how many computers, the whole message. Please no product keys.',
    privacy: 'The help desk sees what you write here, and it is kept with the case. Product keys are hidden.',
    methodError: 'Choose one of the methods in the list.',
    tooLong: (longest, length) => `Up to ${longest} characters fit; this has ${length}. Please shorten it.`,
  },

  assign: {
    title: 'Assign the request',
    submit: 'Assign',
    cancel: 'Cancel',
    assignee: 'Who takes over?',
    assigneeError: 'Choose the person who takes over.',
    notHere: 'This person is not in the help desk’s channel. Choose somebody who is, or add them first.',
  },

  asides: {
    movedOn: {
      title: 'The case has moved on',
      text: 'The case had gone on before your press, so nothing has changed. The card shows how it stands now; if you still want it, press again.',
    },
    copySent: {
      title: 'A copy of your own',
      text: 'This is a colleague’s case, so I am sending you a copy of your own in a private chat. If none arrives, send me the error code there.',
    },
    copyAlreadySent: {
      title: 'A copy of your own',
      text: 'You have asked for a copy of this case before: look in your private chat with me. If it is not there, send me the error code there.',
    },
    notAllowed: {
      title: 'Only for the help desk',
      text: 'This button works only in the help desk’s channel, so nothing has changed. Press it on the card there.',
    },
    helpAlreadyAsked: 'Help has been asked for already',
    copyNote:
      'You pressed a button on a colleague’s case; this is your own copy. What you press here changes nothing for them.',
    expired: (days) =>
      `I no longer have a case for this card: a case is closed after ${days} days without a press. What you press here is not remembered. Paste the error again to begin a new one.`,
  },

  keyWarning: {
    title: 'Your message shows a product key',
    text: 'Everybody who can read the conversation can now read the key, and use it up.',
    heading: 'What to do now',
    steps: [
      'Delete your message, and the file if the key is in one: open its menu (⋯) and choose Delete. Removing the key by an edit leaves it in notifications and in the history.',
      'Post the error again, without the key; it is not needed for an answer.',
      'Tell whoever looks after your licenses. If others than your colleagues could read it, have the key replaced: the Microsoft Licensing Activation Center does that for volume keys.',
    ],
    kept: 'I have not kept the key: it is hidden before anything else looks at a message.',
    link: 'About product keys',
  },

  sheet: {
    title: 'For IT support',
    heading: 'Text to copy',
    text: 'No help desk is connected here. Copy this text and send it to the people who look after your computers.',
    context: 'plain text, without names',
    code: 'Error code',
    method: 'Activation method',
    noneTried: 'none so far',
    edition: 'Windows edition',
    sinceWhen: 'Since when',
    howMany: 'How many computers',
    output: 'Output of slmgr.vbs /dlv',
    add: 'Fill in the empty lines before you send it: `slmgr.vbs /dlv` shows the edition and more. Leave product keys out.',
    program: 'Program that shows it',
    addElsewhere: 'Fill in the empty lines before you send it. Leave product keys out.',
  },

  digest: {
    title: 'Error codes: weekly report',
    titleOf: (days) => `Error codes: report on ${days === 1 ? 'today' : `the last ${days} days`}`,
    answered: 'Cases answered',
    solved: 'Solved without a person',
    solvedValue: (solved, answered, percent) => `${solved} of ${answered} (${percent}%)`,
    tooFew: 'too few to say',
    handedOver: 'Handed to a person',
    codes: 'Most frequent codes',
    unanswered: 'Codes without an entry',
    steps: 'Steps that most often did not help',
    times,
    stepCounts: (left, helped) =>
      `did not help ${times(left)}, ${helped === 0 ? 'never solved it' : `solved it ${times(helped)}`}`,
    nothing: 'No error code was answered.',
    howToRead: (worked) =>
      `Only cases in which somebody pressed “${worked}” count as solved; how the others ended, nobody has said.`,
  },
};

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
