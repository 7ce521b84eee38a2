/** What the contract asks of installations, and of the states that they are begun with. */

import type { Installation, Store } from '../../../src/store/ports';
import { NOW } from './values';

function anInstallation(tenant: string, rest: Partial<Installation> = {}): Installation {
  return { platform: 'slack', tenant, isOrganization: false, sealed: `k1.${tenant}`, ...rest };
}

export function describeInstallations(store: () => Store): void {
  describe('installations', () => {
    it('are found as they were saved, by tenant and platform', async () => {
      const [workspace, organization] = [anInstallation('TI1'), anInstallation('EI1', { isOrganization: true })];
      await store().saveInstallation(workspace, NOW);
      await store().saveInstallation(organization, NOW);
      expect(await store().findInstallation('slack', 'TI1')).toEqual(workspace);
      expect(await store().findInstallation('slack', 'EI1')).toEqual(organization);
      expect(await store().findInstallation('teams', 'TI1')).toBeUndefined();
      expect(await store().findInstallation('slack', 'TI2')).toBeUndefined();
    });

    it('take the place of an earlier one for the same tenant', async () => {
      await store().saveInstallation(anInstallation('TI3'), NOW);
      await store().saveInstallation(anInstallation('TI3', { sealed: 'k2.new', isOrganization: true }), NOW + 1);
      expect(await store().findInstallation('slack', 'TI3')).toMatchObject({ sealed: 'k2.new', isOrganization: true });
    });

    it('get new credentials from one of many who renew the same ones', async () => {
      await store().saveInstallation(anInstallation('TI4', { sealed: 'old' }), NOW);
      const renewals = Array.from({ length: 20 }, (_, index) => `new ${index}`);
      const won = await Promise.all(renewals.map((sealed) => store().reseal('slack', 'TI4', 'old', sealed)));
      const winners = renewals.filter((_, index) => won[index]);
      expect(winners).toHaveLength(1);
      expect(await store().findInstallation('slack', 'TI4')).toEqual(
        anInstallation('TI4', { sealed: winners[0] ?? '' }),
      );
    });

    it('get no new credentials where they are gone, or of another tenant', async () => {
      await store().saveInstallation(anInstallation('TI5', { sealed: 'same' }), NOW);
      expect(await store().reseal('slack', 'TI6', 'same', 'new')).toBe(false);
      expect(await store().reseal('teams', 'TI5', 'same', 'new')).toBe(false);
      expect(await store().findInstallation('slack', 'TI6')).toBeUndefined();
      expect((await store().findInstallation('slack', 'TI5'))?.sealed).toBe('same');
    });

    it('go alone, and once more without harm', async () => {
      await store().saveInstallation(anInstallation('TI7'), NOW);
      await store().saveInstallation(anInstallation('TI8'), NOW);
      await store().saveInstallation(anInstallation('TI7', { platform: 'teams' }), NOW);
      await store().deleteInstallation('slack', 'TI7');
      await store().deleteInstallation('slack', 'TI7');
      expect(await store().findInstallation('slack', 'TI7')).toBeUndefined();
      expect(await store().findInstallation('slack', 'TI8')).toEqual(anInstallation('TI8'));
      expect(await store().findInstallation('teams', 'TI7')).toEqual(anInstallation('TI7', { platform: 'teams' }));
    });

    it('are listed for one platform, by tenant', async () => {
      const listed = ['A', 'B', 'C'].map((tenant) => anInstallation(tenant, { platform: 'listed' }));
      for (const each of [...listed].reverse()) await store().saveInstallation(each, NOW);
      expect(await store().listInstallations('listed')).toEqual(listed);
      expect(await store().listInstallations('empty')).toEqual([]);
    });
  });

  describe('a state', () => {
    const END = NOW + 600_000;

    it('is taken once, in time, by the browser that it was given to', async () => {
      await store().saveState('state 1', 'cookie 1', END);
      expect(await store().takeState('state 1', 'cookie 1', END - 1)).toBe(true);
      expect(await store().takeState('state 1', 'cookie 1', END - 1)).toBe(false);
    });

    it('is not taken at its end or later', async () => {
      await store().saveState('state 2', 'cookie 2', END);
      expect(await store().takeState('state 2', 'cookie 2', END)).toBe(false);
    });

    it('is not taken by another browser, which does not spend it', async () => {
      await store().saveState('state 3', 'cookie 3', END);
      await store().saveState('state 4', 'cookie 4', END);
      expect(await store().takeState('state 3', 'cookie 4', NOW)).toBe(false);
      expect(await store().takeState('state 3', '', NOW)).toBe(false);
      expect(await store().takeState('never given', 'cookie 3', NOW)).toBe(false);
      expect(await store().takeState('state 3', 'cookie 3', NOW)).toBe(true);
    });

    it('is taken by one of many at once', async () => {
      await store().saveState('state 5', 'cookie 5', END);
      const taken = await Promise.all(Array.from({ length: 20 }, () => store().takeState('state 5', 'cookie 5', NOW)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });
  });
}
