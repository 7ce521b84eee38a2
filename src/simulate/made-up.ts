/** Ids of nobody: the workspace and the organization that simulated requests come from. */

export const SLACK = {
  app: 'A0000000001',
  team: 'T0000000001',
  url: 'https://example.slack.com/',
  channel: 'C0000000001',
  dm: 'D0000000001',
  person: 'U0000000001',
  personName: 'Ana Lima',
  bot: 'B0000000001',
  botUser: 'U00000000B1',
  view: 'V0000000001',
} as const;

export const TEAMS = {
  app: '00000000-0000-4000-8000-00000000b0b0',
  bot: { id: '28:00000000-0000-4000-8000-00000000b0b0', name: 'Hexfix' },
  tenant: '00000000-0000-4000-8000-0000000000aa',
  serviceUrl: 'https://smba.trafficmanager.net/amer/00000000-0000-4000-8000-0000000000aa/',
  person: { id: '29:1-person-one', name: 'Ana Lima', aadObjectId: '00000000-0000-4000-8000-000000000001' },
  chat: 'a:1-personal-chat',
  channel: '19:0000000000000000000000000000c001@thread.tacv2',
  team: '19:0000000000000000000000000000c000@thread.tacv2',
} as const;
