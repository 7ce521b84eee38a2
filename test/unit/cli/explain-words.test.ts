/** `explain` with words in place of a code. */

import { run } from './terminal';

describe('explain with a description', () => {
  it('answers it, beginning with how the code was found', async () => {
    const { exitCode, out } = await run(['explain', 'blue screen when my laptop wakes from sleep']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^0x0000009F/);
    expect(out).toContain('No code in your message; this fits what you describe');
  });

  it('does so in Chinese', async () => {
    const { exitCode, out } = await run(['explain', 'KMS 计数不足，只有 12 台机器', '--lang', 'zh-CN']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^0xC004F038/);
    expect(out).toContain('根据你的描述，可能是这种情况');
  });

  it('offers what it may mean', async () => {
    const { exitCode, out } = await run(['explain', 'MAK']);
    expect(exitCode).toBe(0);
    expect(out).toContain('Which of these is it?');
  });

  it('still says so when nothing fits, and names the codes nearest to a miswritten one', async () => {
    expect(await run(['explain', 'what shall we have for lunch'])).toMatchObject({ exitCode: 1, out: '' });
    expect((await run(['explain', 'C004F07'])).err).toContain('The nearest codes with an entry');
  });
});
