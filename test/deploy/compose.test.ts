import { at, isRecord, readText, readYaml } from './files';

const compose = readYaml('compose.yaml');
const caddyfile = readText('deploy/compose/Caddyfile');
const services = entriesOf(at(compose, 'services'));
const replicas = services.filter(([name]) => name.startsWith('hexfix-'));

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

describe('compose.yaml', () => {
  it('runs three equal replicas', () => {
    expect(replicas.map(([name]) => name)).toEqual(['hexfix-1', 'hexfix-2', 'hexfix-3']);
    for (const [, replica] of replicas) expect(replica).toEqual(replicas[0]?.[1]);
  });

  it.each(services)('gives %s as few rights as it can do with', (_name, service) => {
    expect(at(service, 'read_only')).toBe(true);
    expect(at(service, 'cap_drop')).toEqual(['ALL']);
    expect(at(service, 'security_opt')).toEqual(['no-new-privileges:true']);
    expect(at(service, 'privileged')).toBeUndefined();
    for (const limit of ['mem_limit', 'cpus', 'pids_limit']) expect(at(service, limit)).toBeDefined();
  });

  it('lets only the balancer be reached, and the database not even from the network', () => {
    expect(services.filter(([, service]) => at(service, 'ports') !== undefined).map(([name]) => name)).toEqual([
      'balancer',
    ]);
    expect(at(compose, 'services', 'database', 'network_mode')).toBe('none');
  });

  it('takes what others made by digest', () => {
    const foreign = services.filter(([, service]) => at(service, 'build') === undefined);
    expect(foreign).toHaveLength(2);
    for (const [, service] of foreign) {
      expect(at(service, 'image')).toEqual(expect.stringMatching(/^[a-z]+:[\w.-]+@sha256:[0-9a-f]{64}$/));
    }
  });

  it('names no secret itself, and starts with none left out', () => {
    const settings = services.flatMap(([, service]) => entriesOf(at(service, 'environment')));
    const secret = settings.filter(([name]) => /PASSWORD|DATABASE_URL/.test(name));
    expect(secret).toHaveLength(6);
    for (const [, value] of secret) expect(value).toMatch(/\$\{\w+:\?[^}]+\}/);
  });

  it('asks the database how it is as the user whose password is there', () => {
    const database = at(compose, 'services', 'database');
    expect(at(database, 'environment', 'PGPASSWORD')).toBe(at(database, 'environment', 'POSTGRES_PASSWORD'));
    expect(at(database, 'healthcheck', 'test')).toContain('--username=postgres');
  });

  it('asks each replica whether it is ready, and waits longer than it needs to stop', () => {
    for (const [, replica] of replicas) {
      expect(listOf(at(replica, 'healthcheck', 'test')).at(-1)).toBe('/readyz');
      expect(Number.parseInt(String(at(replica, 'stop_grace_period')), 10)).toBeGreaterThan(15);
    }
  });
});

describe('the balancer', () => {
  it('knows every replica, by the port that they listen on', () => {
    const port = at(replicas[0]?.[1], 'environment', 'HEXFIX_PORT');
    expect(caddyfile).toContain(`to ${replicas.map(([name]) => `${name}:${port}`).join(' ')}\n`);
  });

  it('asks who is ready, falls back to who lives, and prefers nobody', () => {
    expect([...caddyfile.matchAll(/health_uri (\S+)/g)].map(([, uri]) => uri)).toEqual(['/readyz', '/healthz']);
    expect(caddyfile).toContain('lb_policy least_conn');
  });

  it('lets the doors of the platforms and of programs through, not health and metrics', () => {
    const [, paths = ''] = /@public path (.*)/.exec(caddyfile) ?? [];
    expect(paths.split(' ')).toEqual(['/api/messages', '/slack/*', '/api/v1/*']);
  });
});
