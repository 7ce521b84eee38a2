import { renderText } from '../../../../src/render/text';
import { countCells } from '../../../../src/render/text/cells';
import { FOUND_EN, FOUND_ZH, HELP_ZH, HOSTILE_TEXTS, REPLIES, replyWith, WORKED_EN } from '../../../fixtures/replies';

describe('renderText', () => {
  test('lays a reply out', () => {
    expect(renderText(HELP_ZH)).toBe('我能做什么\n\n  粘贴错误代码，例如 `0xC004F074`。\n');
    expect(renderText(WORKED_EN)).toBe('Solved\n\nDone\n  Windows is activated.\n');
  });

  test('puts each command line verbatim on a line of its own, however narrow', () => {
    const lines = renderText(FOUND_EN, { width: 20 }).split('\n');
    expect(lines).toContain('      nslookup -type=srv _vlmcs._tcp.example.com');
    expect(lines).toContain('      cscript %windir%\\system32\\slmgr.vbs /ipk <MAK>');
  });

  test('aligns values behind their labels', () => {
    expect(renderText(FOUND_EN)).toContain('Activation  KMS client\nKMS host    kms_01.example.com:1688\n');
  });

  test('marks Windows’ own words', () => {
    expect(renderText(FOUND_EN)).toContain('Windows says\n  │ The product could not be activated.\n');
  });

  test('numbers steps and indents what belongs to them', () => {
    expect(renderText(FOUND_ZH)).toContain('  2. 重新激活。（推测）\n     此操作无法撤消。\n     在客户端 · 管理员\n');
  });

  test('shows the address of a source once, and no buttons', () => {
    const text = renderText(FOUND_EN);
    expect(text.match(/https:/g)).toHaveLength(1);
    expect(text).not.toContain('Next step');
  });

  test('shows a link that no source has shown', () => {
    const actions = [{ kind: 'link', id: 'search', label: 'Search', url: 'https://example.com/' }] as const;
    expect(renderText({ ...WORKED_EN, actions })).toContain('Search\n  https://example.com/\n');
  });

  test.each(REPLIES)('keeps prose within the width: %s', (_, reply) => {
    const prose = renderText(reply, { width: 60 }).split('\n');
    const tooWide = prose.filter((line) => countCells(line) > 60 && line.trim().includes(' '));
    expect(tooWide.filter((line) => !line.startsWith('      '))).toEqual([]);
  });

  test('uses color only when asked to', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what this looks for
    const ansi = /\u001B\[\d+m/;
    expect(renderText(FOUND_EN)).not.toMatch(ansi);
    expect(renderText(FOUND_EN, { color: true })).toMatch(ansi);
    expect(renderText(FOUND_EN, { color: true })).not.toContain('`');
  });

  test.each(HOSTILE_TEXTS)('lets nothing reach the terminal that it would act on: %j', (text) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
    expect(renderText(replyWith(text))).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
  });
});
