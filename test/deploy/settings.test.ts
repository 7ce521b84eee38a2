import { readConfig } from '../../src/config';
import { VARIABLE_NAMES } from '../../src/config/environment';
import { at, isRecord, listFiles, readText, readYaml } from './files';

const FILES = ['Dockerfile', 'compose.yaml', ...listFiles('deploy')];
const OURS = /\b(?:(?:HEXFIX|TEAMS|SLACK|MICROSOFT_APP)_[A-Z_]+|NODE_ENV|DATABASE_URL)\b/g;
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-2-a1B2c3D4e5F6', SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5' };

/** Values as the file gives them, `${NAME:?why}` filled in as an operator would. */
function filledIn(value: unknown): Record<string, string> {
  const pairs = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    pairs.map(([name, text]) => [name, String(text).replace(/\$\{[^}]+\}/g, 'd41d8cd98f00b204')]),
  );
}

test('every setting in a file that deploys the program exists', () => {
  const used = FILES.flatMap((file) => [...readText(file).matchAll(OURS)].map(([name]) => ({ file, name })));
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter(({ name }) => !VARIABLE_NAMES.some((known) => known === name))).toEqual([]);
});

test('the program starts with the settings of compose.yaml, whatever hexfix.env leaves empty', () => {
  const given = at(readYaml('compose.yaml'), 'services', 'hexfix-1', 'environment');
  expect(readConfig({ ...filledIn(given), ...SLACK })).toMatchObject({
    host: '0.0.0.0',
    port: 3978,
    playground: false,
    databaseUrl: 'postgres://hexfix:d41d8cd98f00b204@localhost/hexfix?host=/var/run/postgresql',
  });
});

test('the program starts with the settings of the Deployment', () => {
  const container = at(readYaml('deploy/kubernetes/deployment.yaml'), 'spec', 'template', 'spec', 'containers', 0);
  const given = at(container, 'env');
  const settings = (Array.isArray(given) ? given : []).map((item) => [at(item, 'name'), at(item, 'value')]);
  expect(readConfig({ ...filledIn(Object.fromEntries(settings)), ...SLACK })).toMatchObject({
    host: '0.0.0.0',
    port: 3978,
  });
});
