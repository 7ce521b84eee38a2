import { readMessageText } from '../../../../src/adapters/slack/message-text';

describe('the words of a message', () => {
  test('of a person are its text: attachments are what Slack shows of their links', () => {
    const attachments = [{ title: 'Windows error 0x80070005' }];
    expect(readMessageText({ user: 'U0', text: 'see this', attachments })).toBe('see this');
  });

  test('of a bot are also in its blocks and attachments', () => {
    const message = {
      bot_id: 'B0',
      text: 'Alert',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Deployment' } },
        {
          type: 'section',
          fields: [
            { type: 'mrkdwn', text: '*Code*' },
            { type: 'mrkdwn', text: '0x80070643' },
          ],
        },
      ],
      attachments: [{ color: '#0x1', title: 'Host', fields: [{ title: 'Result', value: '0xC004F074' }] }],
    };
    expect(readMessageText(message)).toBe('Alert\nDeployment\n*Code*\n0x80070643\nHost\nResult\n0xC004F074');
  });

  test('keep a sentence on one line, so that a code in it stays whole', () => {
    const elements = [
      { type: 'text', text: 'It says 0xC004' },
      { type: 'text', text: 'F074', style: { bold: true } },
    ];
    const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
    expect(readMessageText({ text: '', blocks })).toBe('It says 0xC004F074');
  });

  test('keep the items of a list apart', () => {
    const item = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
    const list = { type: 'rich_text_list', style: 'bullet', elements: [item('0xC004F074'), item('0x8007232B')] };
    expect(readMessageText({ text: '', blocks: [{ type: 'rich_text', elements: [list] }] })).toBe(
      '0xC004F074\n0x8007232B',
    );
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'hello'],
    ['an empty message', {}],
    ['blocks that are none', { text: '', blocks: 'none', attachments: 7 }],
    ['blocks deeper than any', { text: '', blocks: [nested(500)] }],
  ])('of %s are none', (_what, message) => {
    expect(readMessageText(message)).toBe('');
  });
});

function nested(depth: number): unknown {
  return depth === 0 ? { text: 'deep' } : { elements: [nested(depth - 1)] };
}
