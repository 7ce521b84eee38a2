/** What the contract asks of settings. */

import type { SettingsScope, Store } from '../../../src/store/ports';
import { languageOf, NOW, ofPerson } from './values';

const ROUTES = [{ families: ['update' as const], channel: 'C0456' }];

export function describeSettings(store: () => Store): void {
  describe('settings', () => {
    const find = async (scope: SettingsScope) => (await store().findSettings([scope]))[0];
    const organization = (tenant: string): SettingsScope => ({
      platform: 'slack',
      tenant,
      level: 'tenant',
      subject: '',
    });
    const channel = (tenant: string, subject = 'C1'): SettingsScope => ({
      ...organization(tenant),
      level: 'channel',
      subject,
    });

    it('are found in the order that they were asked for in, empty where nothing is said', async () => {
      await store().changeSettings(organization('TO'), { mode: 'listen', routes: ROUTES }, NOW);
      await store().changeSettings(channel('TO'), { mode: 'off' }, NOW);
      const [said, silent] = [organization('TO'), channel('TO', 'C2')];
      expect(await store().findSettings([silent, channel('TO'), said, silent])).toEqual([
        {},
        { mode: 'off' },
        { mode: 'listen', routes: ROUTES },
        {},
      ]);
      expect(await store().findSettings([])).toEqual([]);
    });

    it('remember the language that a person chose last', async () => {
      expect(await languageOf(store(), 'someone')).toBeUndefined();
      await store().changeSettings(ofPerson('someone'), { language: 'en' }, NOW);
      await store().changeSettings(ofPerson('someone'), { language: 'zh-CN' }, NOW);
      expect(await languageOf(store(), 'someone')).toBe('zh-CN');
      expect(await languageOf(store(), 'someone else')).toBeUndefined();
    });

    it('change where a change names them, and stay elsewhere', async () => {
      const scope = organization('TM');
      await store().changeSettings(scope, { mode: 'listen', cooldownMinutes: 0, ignoreMark: '' }, NOW);
      await store().changeSettings(scope, { mode: 'off', privacy: 'private' }, NOW);
      expect(await find(scope)).toEqual({ mode: 'off', cooldownMinutes: 0, ignoreMark: '', privacy: 'private' });
    });

    it('are taken back one by one', async () => {
      const scope = channel('TB');
      await store().changeSettings(scope, { mode: 'listen', triage: 'C0456' }, NOW);
      await store().changeSettings(scope, { mode: undefined, marks: undefined }, NOW);
      expect(await find(scope)).toEqual({ triage: 'C0456' });
      await store().changeSettings(scope, { triage: undefined }, NOW);
      expect(await find(scope)).toEqual({});
      expect(await store().listSettings('slack', 'TB')).toEqual([]);
    });

    it.each<[SettingsScope['level'], object]>([
      ['tenant', { mode: 'off', ignoreMark: '-' }],
      ['channel', { mode: 'off' }],
      ['person', { muted: NOW }],
    ])('keep of a %s only what that level may say', async (level, kept) => {
      const scope: SettingsScope = { ...organization('TL'), level, subject: level };
      await store().changeSettings(scope, { mode: 'off', ignoreMark: '-', muted: NOW }, NOW);
      expect(await find(scope)).toEqual(kept);
    });

    it('keep nothing that makes no sense', async () => {
      const scope = channel('TN');
      await store().changeSettings(scope, { mode: 'listen', cooldownMinutes: -1, triage: 'not a channel' }, NOW);
      expect(await find(scope)).toEqual({ mode: 'listen' });
    });

    it('keep every one of many simultaneous changes', async () => {
      const changes = [
        { mode: 'listen' },
        { privacy: 'private' },
        { marks: 'off' },
        { language: 'en' },
        { cooldownMinutes: 5 },
        { triage: 'C0456' },
        { routes: ROUTES },
        { ignoreMark: '-' },
      ] as const;
      const scope = organization('TS');
      const twenty = Array.from({ length: 20 }, (_, index) => changes[index % changes.length] ?? {});
      await Promise.all(twenty.map((change) => store().changeSettings(scope, change, NOW)));
      expect(await find(scope)).toEqual(Object.assign({}, ...changes));
    });

    it('do not exist for another tenant, platform or channel', async () => {
      await store().changeSettings(channel('TX'), { mode: 'listen' }, NOW);
      await store().changeSettings(organization('TX'), { mode: 'listen' }, NOW);
      const others = [
        channel('TY'),
        channel('TX', 'C9'),
        channel('TX', ''),
        { ...channel('TX'), platform: 'teams' },
        organization('TY'),
        { ...organization('TX'), platform: 'teams' },
      ];
      expect(await store().findSettings(others)).toEqual(others.map(() => ({})));
      await store().changeSettings(channel('TY'), { mode: 'off' }, NOW);
      expect(await find(channel('TX'))).toEqual({ mode: 'listen' });
      expect(await store().listSettings('teams', 'TX')).toEqual([]);
    });

    it('are listed for one organization, by level and subject', async () => {
      const said = [
        { scope: channel('TI', 'C1'), settings: { mode: 'off' } },
        { scope: channel('TI', 'C2'), settings: { triage: 'C0456' } },
        { scope: { ...ofPerson('listed'), tenant: 'TI' }, settings: { muted: 'until-unmuted' } },
        { scope: organization('TI'), settings: { mode: 'listen' } },
      ] as const;
      for (const { scope, settings } of [...said].reverse()) await store().changeSettings(scope, settings, NOW);
      await store().changeSettings(channel('TJ'), { mode: 'off' }, NOW);
      expect(await store().listSettings('slack', 'TI')).toEqual(said);
    });
  });
}
