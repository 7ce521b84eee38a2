import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { slackAccessibilityFaults, teamsAccessibilityFaults } from './accessibility-rules';

const CARDS = path.join(__dirname, '../../cards');
const FAULTS = { slack: slackAccessibilityFaults, teams: teamsAccessibilityFaults } as const;
const PLATFORMS = ['slack', 'teams'] as const;

function read(platform: string, file: string) {
  return JSON.parse(readFileSync(path.join(CARDS, platform, file), 'utf8'));
}

describe.each(PLATFORMS)('on %s', (platform) => {
  const files = readdirSync(path.join(CARDS, platform));

  test('there are golden cards, answers and forms among them', () => {
    expect(files).toEqual(
      expect.arrayContaining(['0xC004F074.en.json', 'form-hand-off.zh-CN.json', 'welcome.en.json']),
    );
  });

  test.each(files)('%s is for everybody', (file) => {
    expect(FAULTS[platform](read(platform, file))).toEqual([]);
  });
});

/** Each rule sees its own fault in a card that was fine, and names it. */
describe('what is not for everybody is found:', () => {
  const answer = () => ({ slack: read('slack', '0xC004F074.en.json'), teams: read('teams', '0xC004F074.en.json') });
  const form = () => ({ slack: read('slack', 'form-hand-off.en.json'), teams: read('teams', 'form-hand-off.en.json') });
  const last = <Value>(values: readonly Value[]): Value => values[values.length - 1] as Value;

  test('a line that the spoken text leaves out', () => {
    const { slack, teams } = answer();
    const without = (text: string) => text.replace('DNS leads to a wrong or old KMS host.', '');
    const fault = 'not read out, or out of order: DNS leads to a wrong or old KMS host.';
    expect(slackAccessibilityFaults({ ...slack, text: without(slack.text) })).toEqual([fault]);
    expect(teamsAccessibilityFaults({ ...teams, speak: without(teams.speak) })).toEqual([fault]);
  });

  test('an element whose words no rule looks at', () => {
    const { slack, teams } = answer();
    const blocks = [...slack.blocks, { type: 'video' }];
    expect(slackAccessibilityFaults({ ...slack, blocks })).toEqual(['nobody has said how a video is read out']);
    const body = [...teams.body, { type: 'FactSet', facts: [] }];
    expect(teamsAccessibilityFaults({ ...teams, body })).toEqual(['nobody has said how a FactSet is read out']);
  });

  test('another order than that of the card', () => {
    const { slack, teams } = answer();
    const [head, ...blocks] = slack.blocks;
    const [container, ...body] = teams.body;
    const fault = expect.stringContaining('out of order');
    expect(slackAccessibilityFaults({ ...slack, blocks: [head, ...blocks.reverse()] })).toContainEqual(fault);
    expect(teamsAccessibilityFaults({ ...teams, body: [container, ...body.reverse()] })).toContainEqual(fault);
  });

  test('a heading that is missing, or not first', () => {
    const { slack, teams } = answer();
    const [head, second, ...blocks] = slack.blocks;
    const [container, ...body] = teams.body;
    const line = { type: 'TextBlock', text: 'What Windows says' };
    expect(slackAccessibilityFaults({ ...slack, blocks: [second, ...blocks] })).toContain('there is no heading');
    expect(slackAccessibilityFaults({ ...slack, blocks: [second, head, ...blocks] })).toContain(
      'the heading is not first',
    );
    expect(teamsAccessibilityFaults({ ...teams, body: [line] })).toContain('there is no heading');
    expect(teamsAccessibilityFaults({ ...teams, body: [line, container, ...body] })).toContain(
      'the heading is not first',
    );
  });

  test('a field without a label', () => {
    const { slack, teams } = form();
    const { label: _label, ...field } = last<Record<string, unknown>>(slack.blocks);
    expect(slackAccessibilityFaults({ ...slack, blocks: [field] })).toEqual([
      expect.stringMatching(/^input .* has no label$/),
    ]);
    expect(teamsAccessibilityFaults({ ...teams, body: [{ type: 'Input.Text', id: 'details' }] })).toEqual([
      'input details has no label',
    ]);
  });

  test('a modal without a title', () => {
    expect(slackAccessibilityFaults({ ...form().slack, title: { type: 'plain_text', text: '' } })).toEqual([
      'the modal has no title',
    ]);
  });

  test('an image that says nothing to who does not see it', () => {
    const { slack, teams } = answer();
    const blocks = [...slack.blocks, { type: 'image', image_url: 'https://hexfix.example/a.png', alt_text: '' }];
    const body = [...teams.body, { type: 'Image', url: 'https://hexfix.example/a.png' }];
    expect(slackAccessibilityFaults({ ...slack, blocks })).toEqual(['an image has no alternative text']);
    expect(teamsAccessibilityFaults({ ...teams, body })).toEqual(['an image has no alternative text']);
  });

  test('meaning by color alone', () => {
    const { slack, teams } = answer();
    const text = (content: string, look: object = {}) => ({ type: 'TextBlock', text: content, ...look });
    const card = (item: object) => ({ ...teams, speak: `${teams.speak}\nIt worked`, body: [...teams.body, item] });
    const items = [text('It worked')];
    expect(teamsAccessibilityFaults(card({ type: 'Container', style: 'good', items }))).toEqual([
      'a container is good by color alone',
    ]);
    expect(teamsAccessibilityFaults(card(text('It worked', { color: 'Good' })))).toEqual([
      'a TextBlock is Good by color alone',
    ]);
    expect(slackAccessibilityFaults({ ...slack, attachments: [{ color: '#ff0000' }] })).toEqual([
      'an attachment tells its kind by the color of a bar',
    ]);
  });

  test('meaning by an emoji alone', () => {
    const { slack, teams } = answer();
    const emoji = { type: 'rich_text_section', elements: [{ type: 'emoji', name: 'warning' }] };
    const blocks = [...slack.blocks, { type: 'rich_text', elements: [emoji] }];
    const body = [...teams.body, { type: 'TextBlock', text: '✅' }];
    expect(slackAccessibilityFaults({ ...slack, blocks })).toContain('⚠ says nothing in words');
    expect(teamsAccessibilityFaults({ ...teams, body, speak: `${teams.speak} ✅` })).toEqual([
      '✅ says nothing in words',
    ]);
  });

  test('a button without words, and two of the same name', () => {
    const { slack, teams } = answer();
    const button = (text: string) => ({ type: 'button', text: { type: 'plain_text', text } });
    const withButtons = (...texts: string[]) => ({
      ...slack,
      blocks: [...slack.blocks, { type: 'actions', elements: texts.map(button) }],
    });
    expect(slackAccessibilityFaults(withButtons('→'))).toEqual(['a button has no words']);
    expect(slackAccessibilityFaults(withButtons('More', 'More'))).toEqual(['two buttons are called "More"']);
    const [action] = teams.actions;
    expect(teamsAccessibilityFaults({ ...teams, actions: [action, action] })).toEqual([
      `two buttons are called "${action.title}"`,
    ]);
    expect(teamsAccessibilityFaults({ ...teams, actions: [{ ...action, title: '' }] })).toEqual([
      'a button has no words',
    ]);
  });
});
