/** The bot's labels in English. */

import type { Labels } from './labels';

export const en: Labels = {
  colon: ': ',
  separator: ' · ',
  listComma: ', ',
  aside: (text) => ` (${text})`,
  otherLanguage: '中文',

  message: { windows: 'What Windows says', documentation: 'Message in Microsoft’s documentation' },
  symbol: 'Symbolic name',
  appliesTo: 'Seen with',
  methods: { mak: 'MAK', 'kms-client': 'KMS client', 'kms-host': 'KMS host' },
  areas: {
    update: 'Windows Update',
    servicing: 'Windows servicing',
    setup: 'Windows Setup',
    store: 'Microsoft Store',
    apps: 'Apps',
    management: 'Device management',
    'sign-in': 'Sign-in',
    network: 'Network',
    security: 'Security',
    drivers: 'Drivers',
    'blue-screen': 'Blue screen',
    programs: 'Programs',
    system: 'Windows',
  },
  causes: 'Possible causes',
  allSteps: 'All steps',
  stepOf: (number, total) => `Fix: step ${number} of ${total}`,
  onlyFor: (methods) => `only for ${methods}`,
  places: {
    client: 'On the computer that shows the error',
    'other-computer': 'On the other computer or server',
    'kms-host': 'On the KMS host',
    'hyper-v-host': 'On the Hyper-V host',
    'dns-server': 'On the DNS server',
    'domain-controller': 'On a domain controller',
    'update-server': 'On the WSUS server',
    network: 'On the firewall or proxy',
    'admin-center': 'In the admin center',
    phone: 'By phone',
  },
  shells: {
    cmd: { user: 'in Command Prompt', admin: 'in Command Prompt, run as administrator' },
    powershell: { user: 'in PowerShell', admin: 'in PowerShell, run as administrator' },
  },
  adminRights: 'needs administrator rights',
  likely: ' (likely)',
  guessed: ' (a guess)',
  destructive: 'This cannot be undone. Make a backup and read the warnings first.',
  note: 'Note',
  warning: 'Warning',
  good: 'Done',
  related: 'Related codes',
  sources: 'Sources',
  retired: 'This entry is retired.',

  buttons: {
    next: 'Next step',
    previous: 'Previous step',
    worked: 'It worked',
    allSteps: 'Show all steps',
    stepByStep: 'Step by step',
    source: 'Open source',
    again: 'Show the answer again',
    help: 'What can you do?',
    guide: 'Guide me',
    goOn: (title) => `Go on: ${title}`,
    back: 'Back',
    activation: 'It was activation',
    showCode: (code) => `Show ${code}`,
    yesCode: (code) => `Yes, ${code}`,
    searchDocs: 'Search Microsoft Learn',
    didNotHelp: 'Didn’t help',
    getHelp: 'Get help',
    readings: 'Other readings',
    meToo: 'I have this too',
  },

  notSolved: 'did not solve it',
  method: {
    question: 'How is this computer activated?',
    why: 'The next step depends on it. You are asked only once.',
    howToTell: 'How to find out: run `slmgr.vbs /dlv` and read “Product Key Channel”',
    signs: ['`Volume:MAK`: a MAK', '`Volume:GVLK`: a KMS client', '`Volume:CSVLK`: a KMS host'],
    unknown: 'I don’t know',
  },
  stuck: {
    title: 'That was the last step',
    text: 'None of these steps has solved it.',
    getHelp: (getHelp) => `“${getHelp}” hands it to a person, with everything tried so far.`,
    guide: (guide) => `“${guide}” looks for the cause with you, one question at a time.`,
  },

  several: {
    alsoInMessage: 'Also in your message',
    collective: (lead, collective) =>
      `${lead} comes first: \`${collective}\` only says that something failed, ${lead} is more likely to say why.`,
    state: (lead, state) =>
      `${lead} comes first: \`${state}\` describes the state the computer is in, ${lead} is more likely to say why.`,
    order: (lead) => `Start with ${lead}; then look at the others.`,
    noEntry: 'no entry yet',
  },

  guess: {
    title: (code) => `Did you mean ${code}?`,
    text: (written, code) =>
      `\`${written}\` is not a complete error code, so this is a guess: the nearest code I know is \`${code}\`.`,
    compare: 'Compare it with what your screen shows before you follow any step.',
  },

  general: {
    question: (activation) => `Did it appear while you were activating Windows or Office? Then press “${activation}”.`,
  },

  unknown: {
    title: 'no entry yet, but it can be read',
    titleIn: (component) => `${component} (likely)`,
    text: 'I have no tested fix for this code. This is what the number itself says.',
    component: 'Where it comes from',
    order:
      'The most trustworthy comes first. What a number means depends on who shows it, so compare the names with what you were doing.',
    readings: 'How to read it',
    reading: {
      'win32-in-hresult': (inner) => `Win32 error ${inner}: facility 7 of an HRESULT carries a Win32 number.`,
      'ntstatus-in-hresult': (inner) => `NTSTATUS ${inner}: the N bit says that an HRESULT carries one.`,
      'win32-in-ntstatus': (inner) => `Win32 error ${inner}, carried by an NTSTATUS.`,
      'hresult-alias': (inner, name) => `HRESULT of ${name}, which has used Win32’s range for its own number ${inner}.`,
      'filter-manager-mirror': (inner) => `The file system filter manager’s code; in the other layout it is ${inner}.`,
      'hresult-facility': (inner, name) => `HRESULT of the facility ${name}, number ${inner} there.`,
      'hresult-unnamed-facility': (inner) => `HRESULT of a facility without a published name, number ${inner} there.`,
      'hresult-reserved-bit': (inner, name) =>
        `HRESULT of the facility ${name}, number ${inner} there, although a reserved bit is set.`,
      'ntstatus-error': (inner, name) => `NTSTATUS error of the facility ${name}, number ${inner} there.`,
      'ntstatus-warning': (inner, name) => `NTSTATUS warning of the facility ${name}, number ${inner} there.`,
      'ntstatus-information': (inner, name) => `NTSTATUS information of the facility ${name}, number ${inner} there.`,
      'ntstatus-success': (inner, name) => `NTSTATUS success of the facility ${name}, number ${inner} there.`,
      'vendor-defined': (_inner, name) =>
        name === ''
          ? 'Defined by another vendor than Microsoft: the customer bit is set.'
          : `An exception code of ${name}: the program’s own error stands elsewhere in its message.`,
      'stop-code': (inner) => `Stop code ${inner}, if it comes from a blue screen.`,
      'win32-number': (inner) => `Win32 error ${inner}, if a program or a log shows it.`,
      'severity-twin': (inner) => `The same condition as \`${inner}\`, with other severity bits.`,
    },
    fields: 'Fields',
    severity: 'Severity',
    severities: { failure: 'failure', information: 'information', success: 'success' },
    facility: 'Facility',
    facilityValue: (number, names) => (names === '' ? `${number} (no published name)` : `${number} (${names})`),
    lowWord: 'Code within the facility',
    decimal: 'In decimal',
    decimalValue: (signed, unsigned) => (signed === unsigned ? `${unsigned}` : `${signed} or ${unsigned}`),
    next: 'Paste the whole message, with the lines around the code: another code beside it often tells the cause.',
  },

  choices: {
    title: 'Which of these is it?',
    text: 'I found no error code, but what you describe fits these.',
    heading: 'It may be',
    none: 'None of them? Paste the error message, with its code.',
  },

  described: {
    fits: 'No code in your message; this fits what you describe (likely). If the code that you see is another one, paste it.',
    nothingTitle: 'No error code, and nothing that fits',
    nothing:
      'I found no error code in your message, and nothing that I know fits what you describe. Paste the code or the whole error message, or say what fails and when.',
  },

  guide: {
    soFar: 'So far',
    answered: (step, answer) => `${step} → ${answer}`,
    step: (number) => `Guide: step ${number}`,
    destructive: 'This cannot be undone. Make a backup first.',
    output: 'What it shows',
    solved: 'Solved',
    handOff: 'Help needed',
    passOn: (getHelp) =>
      `To pass it on, press “${getHelp}”: the code and the steps tried go along by themselves; add the rest.`,
    next: 'Next',
  },
  worked: {
    title: 'Solved',
    text: 'Good to hear. If the error comes back, paste it again: the answer starts from the first step.',
  },
  freshStart: {
    title: 'Let’s start afresh',
    text: 'This button belongs to a card that I can no longer read, perhaps an old one. Nothing is lost: paste the error code again and I will answer it.',
  },
  help: {
    title: 'Hexfix explains Windows error codes',
    text: 'Paste an error code or the whole message. You get what it means, the likely cause and the fix, one step at a time.',
    examples: 'For example',
    exampleCode: '`0xC004F074`, with or without `0x`',
    exampleDecimal: '`-1073418124`, as scripts and logs show it',
    examplePaste: 'everything that `slmgr /ato` printed',
    privacy:
      'I look only for codes. The text of your messages is not stored, and product keys are hidden before anything else reads them; still, do not post them.',
  },
  welcome: { title: 'Hello, I’m Hexfix', addedBy: (name) => `Thank you for adding me, ${name}.` },
};
