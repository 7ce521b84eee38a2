import { at, everyValue, isRecord, listFiles, readText, readYaml } from '../deploy/files';

const FOLDER = '.github/workflows';
const workflows = listFiles(FOLDER).map((file) => ({ file, text: readText(file), content: readYaml(file) }));

function jobsOf(content: unknown): [string, unknown][] {
  const jobs = at(content, 'jobs');
  return isRecord(jobs) ? Object.entries(jobs) : [];
}

test('there are workflows for every duty', () => {
  expect(workflows.map(({ file }) => file.slice(FOLDER.length + 1))).toEqual([
    'ci.yml',
    'codeql.yml',
    'dependency-review.yml',
    'landing.yml',
    'release.yml',
    'scorecard.yml',
    'vulnerabilities.yml',
  ]);
});

describe.each(workflows)('$file', ({ text, content }) => {
  it('names every action by a commit, with its version beside it', () => {
    const uses = everyValue(content, 'uses');
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(lines).toHaveLength(uses.length);
    expect(lines.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('starts with the right to read the sources, and no other', () => {
    expect(at(content, 'permissions')).toEqual({ contents: 'read' });
  });

  it('never runs with our rights for the change of a stranger', () => {
    const events = Object.keys(Object(at(content, 'on')));
    expect(events.length).toBeGreaterThan(0);
    expect(events).not.toContain('pull_request_target');
    expect(events).not.toContain('workflow_run');
  });

  it('lets nothing that a stranger writes into a command line', () => {
    const commands = everyValue(content, 'run').map(String);
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
    expect(everyValue(content, 'script')).toEqual([]);
  });

  it('leaves no token of the checkout behind', () => {
    const checkouts = everyValue(content, 'steps')
      .flatMap((steps) => (Array.isArray(steps) ? steps : []))
      .filter((step) => String(at(step, 'uses')).startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => at(step, 'with', 'persist-credentials') !== false)).toEqual([]);
  });

  it('installs from the lock file alone', () => {
    expect(text).not.toMatch(/npm (?:install|i|update)\b|npx /);
  });

  it('ends every job of its own in time, on a system of a fixed version', () => {
    const own = jobsOf(content).filter(([, job]) => at(job, 'uses') === undefined);
    expect(own.filter(([, job]) => typeof at(job, 'timeout-minutes') !== 'number')).toEqual([]);
    expect(text).not.toMatch(/-latest\b/);
  });
});

it('says the same version for the same commit of an action everywhere', () => {
  const pins = workflows.flatMap(({ text }) => [...text.matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(\S+) # (\S+)/g)]);
  const byAction = new Map<string, Set<string>>();
  for (const [, action = '', commit, version] of pins) {
    byAction.set(action, (byAction.get(action) ?? new Set()).add(`${commit} ${version}`));
  }
  expect(byAction.size).toBeGreaterThan(5);
  expect([...byAction].filter(([, spellings]) => spellings.size > 1)).toEqual([]);
});

it('runs scripts of package.json that exist', () => {
  const { scripts } = JSON.parse(readText('package.json'));
  const called = workflows.flatMap(({ text }) =>
    [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name),
  );
  expect(called.filter((name) => !Object.hasOwn(scripts, String(name)))).toEqual([]);
});
