import { readOrigin, readRemoval, tenantOf } from '../../../../src/adapters/slack/origin';

const authorization = (more: object) => ({ enterprise_id: null, team_id: 'T1', is_enterprise_install: false, ...more });

describe('where something comes from', () => {
  test.each<[string, object, object]>([
    ['an event', { team_id: 'T1', authorizations: [authorization({})] }, { teamId: 'T1' }],
    [
      'an event from a channel that another workspace shares',
      { team_id: 'T2', authorizations: [authorization({ team_id: 'T1' })] },
      { teamId: 'T1' },
    ],
    [
      'an event by an installation for the organization',
      {
        team_id: 'T1',
        authorizations: [authorization({ team_id: null, enterprise_id: 'E1', is_enterprise_install: true })],
      },
      { teamId: 'T1', enterpriseId: 'E1', isEnterpriseInstall: true },
    ],
    [
      'a press',
      { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T2' }, enterprise: null, is_enterprise_install: false },
      { teamId: 'T1' },
    ],
    [
      'a press by an installation for the organization',
      { team: null, user: { id: 'U1', team_id: 'T1' }, enterprise: { id: 'E1' }, is_enterprise_install: true },
      { teamId: 'T1', enterpriseId: 'E1', isEnterpriseInstall: true },
    ],
    [
      'a form opened in another workspace than the person’s',
      { team: { id: 'T2' }, user: { team_id: 'T2' }, view: { app_installed_team_id: 'T1' } },
      { teamId: 'T1' },
    ],
    [
      'a command, which is a form',
      { team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'true' },
      { teamId: 'T1', enterpriseId: 'E1', isEnterpriseInstall: true },
    ],
    ['a command in one workspace', { team_id: 'T1', is_enterprise_install: 'false' }, { teamId: 'T1' }],
    ['nowhere', {}, {}],
    ['nonsense', { team_id: 7 }, {}],
  ])('%s', (_what, body, origin) => {
    const { teamId, enterpriseId, isEnterpriseInstall = false } = readOrigin(body);
    expect({ teamId, enterpriseId, isEnterpriseInstall }).toEqual({
      ...{ teamId: undefined, enterpriseId: undefined, isEnterpriseInstall: false },
      ...origin,
    });
  });
});

describe('the end of an installation', () => {
  const envelope = { team_id: 'T1', event_time: 1_760_000_000 };

  test.each([
    ['when the app is removed', { type: 'app_uninstalled' }],
    ['when the bot’s tokens are revoked', { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['U0BOT'] } }],
  ])('is known %s, up to the end of that second', (_how, event) => {
    expect(readRemoval({ ...envelope, event })).toMatchObject({ origin: { teamId: 'T1' }, atMs: 1_760_000_000_999 });
  });

  test.each([
    ['when people’s tokens are revoked', { type: 'tokens_revoked', tokens: { oauth: ['U1'] } }],
    ['when nobody’s are', { type: 'tokens_revoked', tokens: { bot: [] } }],
    ['when somebody writes', { type: 'message' }],
  ])('is not taken for one %s', (_how, event) => {
    expect(readRemoval({ ...envelope, event })).toBeUndefined();
  });
});

describe('the tenant of what a payload gives rise to', () => {
  test.each([
    [
      'the workspace that has installed the bot, in a shared channel',
      { team_id: 'T9', authorizations: [{ team_id: 'T1' }] },
      'T1',
    ],
    ['the workspace of a press', { team: { id: 'T1' }, user: { team_id: 'T9' } }, 'T1'],
    ['the organization, where no workspace is named', { team: null, enterprise: { id: 'E1' }, user: {} }, 'E1'],
    ['unknown of what names neither', {}, undefined],
  ])('is %s', (_what, body, tenant) => {
    expect(tenantOf(body)).toBe(tenant);
  });
});
