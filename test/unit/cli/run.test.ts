import { jsonLines, run } from './terminal';

describe('explain', () => {
  it.each([['0xC004F074'], ['c004f074'], ['-1073418124'], ['3221549172'], ['０ｘＣ００４Ｆ０７４']])(
    'answers %s',
    async (code) => {
      const { exitCode, out } = await run(['explain', code]);
      expect(exitCode).toBe(0);
      expect(out).toMatch(/^0xC004F074 · No KMS host could be contacted\n/);
    },
  );

  it('answers in the language asked for', async () => {
    expect((await run(['explain', '0xC004F074', '--lang', 'zh-CN'])).out).toContain('可能的原因');
    expect((await run(['explain', '0xC004F074'], { locale: 'zh-CN' })).out).toContain('可能的原因');
  });

  it('prints commands verbatim, on lines of their own', async () => {
    const { out } = await run(['explain', '0xC004F050', '--all']);
    expect(out).toMatch(/^\s+cscript \/\/nologo %windir%\\system32\\slmgr\.vbs \/ipk <[^>]+>$/m);
  });

  it('asks back about a slip, however many steps were asked for', async () => {
    expect((await run(['explain', 'OxC004F074', '--all'])).out).toMatch(/^Did you mean 0xC004F074\?/);
  });

  it('shows all steps of the code that comes first', async () => {
    expect((await run(['explain', '0xC004F074', '0x8007232B', '--all'])).out).toMatch(/^0x8007232B[\s\S]*All steps/);
  });

  it('prints what a platform would be sent', async () => {
    expect(JSON.parse((await run(['explain', '0xC004F074', '--as', 'teams'])).out)).toMatchObject({
      type: 'AdaptiveCard',
    });
    expect(JSON.parse((await run(['explain', '0xC004F074', '--as', 'slack'])).out)).toHaveProperty('blocks');
    expect(JSON.parse((await run(['explain', '0xC004F074', '--json'])).out)).toMatchObject({
      kind: 'found',
      locale: 'en',
    });
  });

  it('reads a code that has no entry', async () => {
    const { exitCode, out } = await run(['explain', '0x8024EFEF']);
    expect(exitCode).toBe(0);
    expect(out).toContain('Windows Update');
  });

  it('says so when there is no code, with exit code 1', async () => {
    const { exitCode, out, err } = await run(['explain', 'hello']);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toContain('No error code found in "hello".');
  });
});

describe('ask', () => {
  it('prints the answer to a message', async () => {
    const { exitCode, out } = await run(['ask', '错误: 0xC004F074 软件授权服务报告无法激活计算机。']);
    expect(exitCode).toBe(0);
    expect(out).toContain('无法联系任何 KMS 主机');
  });

  it('reads the message from standard input, whatever its chunks', async () => {
    const bytes = Buffer.from('激活失败 0xC004F074');
    const { exitCode, out } = await run(['ask'], { input: [bytes.subarray(0, 4), bytes.subarray(4)] });
    expect(exitCode).toBe(0);
    expect(out).toContain('无法联系任何 KMS 主机');
  });

  it('says why the bot would stay silent', async () => {
    const { exitCode, err } = await run(['ask', 'lunch?']);
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: 'The bot would stay silent: there is no error code in the message.\n',
    });
    expect(JSON.parse((await run(['ask', 'lunch?', '--json'])).out)).toEqual({ answers: false, reason: 'no-code' });
  });

  it('asks for a text when there is none', async () => {
    expect(await run(['ask'])).toMatchObject({ exitCode: 2, out: '' });
    expect(await run(['ask'], { input: ['  \n'] })).toMatchObject({ exitCode: 2, out: '' });
  });
});

describe('search', () => {
  it('ranks codes by symptom', async () => {
    const { exitCode, out } = await run(['search', 'count', 'is', 'insufficient']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^0xC004F038 /);
  });

  it('says so when nothing fits', async () => {
    expect(await run(['search', 'qqqqqq'])).toMatchObject({ exitCode: 1, out: '' });
  });
});

describe('batch', () => {
  const lines = (...values: unknown[]) => ({ input: [values.map((value) => JSON.stringify(value)).join('\n')] });

  it('tells codes, verdict, lead and language, in order', async () => {
    const { exitCode, out } = await run(
      ['batch'],
      lines(
        { id: 1, text: 'Error: 0xC004F074 then 0x8007232B (0x8024EFEF)' },
        { id: 'two', text: '午饭吃什么' },
        { id: 'three', text: 'OxC004F074 报错了' },
      ),
    );
    expect(exitCode).toBe(0);
    expect(jsonLines(out)).toEqual([
      {
        id: 1,
        codes: [
          { code: '0xC004F074', as: 'known', confidence: 'sure', span: { start: 7, end: 17 } },
          { code: '0x8007232B', as: 'known', confidence: 'sure', span: { start: 23, end: 33 } },
          { code: '0x8024EFEF', as: 'decoded', confidence: 'sure', span: { start: 35, end: 45 } },
        ],
        answers: true,
        lead: '0x8007232B',
        locale: 'en',
      },
      { id: 'two', codes: [], answers: false, lead: null, locale: 'zh-CN' },
      {
        id: 'three',
        codes: [{ code: '0xC004F074', as: 'suggested', confidence: 'guess', span: { start: 0, end: 10 } }],
        answers: true,
        lead: '0xC004F074',
        locale: 'zh-CN',
      },
    ]);
  });

  it('follows the language and the door of a line', async () => {
    const { out } = await run(['batch'], lines({ id: 1, text: 'hi', lang: 'zh-CN', door: 'dm' }));
    expect(jsonLines(out)).toEqual([{ id: 1, codes: [], answers: true, lead: null, locale: 'zh-CN' }]);
  });

  it('names broken lines by number, skips them, and goes on', async () => {
    const input = [
      '{"id":1,"text":"a"}\nnot json\n\n{"id":2}\n{"id":3,"te',
      'xt":"b"}\r\n{"id":4,"text":"c","door":"window"}',
    ];
    const { exitCode, out, err } = await run(['batch'], { input });
    expect(jsonLines(out)).toEqual([expect.objectContaining({ id: 1 }), expect.objectContaining({ id: 3 })]);
    expect(err.trim().split('\n')).toEqual([
      'line 2 skipped: it is not JSON.',
      expect.stringMatching(/^line 4 skipped: "text"/),
      expect.stringMatching(/^line 6 skipped: "door"/),
      '3 lines were skipped.',
    ]);
    expect(exitCode).toBe(2);
  });

  it('searches symptoms with --search', async () => {
    const { out } = await run(['batch', '--search'], lines({ id: 'q', text: 'KMS 计数不足，只有 12 台机器' }));
    const [answer] = jsonLines(out) as { id: string; hits: { code: string; score: number }[] }[];
    expect(answer?.id).toBe('q');
    expect(answer?.hits[0]).toEqual({ code: '0xC004F038', score: expect.any(Number) });
  });
});

it('lints the knowledge that ships', async () => {
  expect(await run(['lint'])).toEqual({ exitCode: 0, out: 'No findings.\n', err: '' });
});

describe('usage', () => {
  it.each([['--help'], ['help'], ['explain', '--help']])('is shown by %s', async (...argv) => {
    const { exitCode, out } = await run(argv);
    expect(exitCode).toBe(0);
    for (const command of ['explain', 'ask', 'search', 'batch', 'report', 'lint'])
      expect(out).toContain(`hexfix ${command}`);
  });

  it.each([
    [[], 'hexfix explain'],
    [['frobnicate'], 'There is no command "frobnicate".'],
    [['toString'], 'There is no command "toString".'],
    [['explain'], 'needs a text'],
    [['explain', '0xC004F074', '--lang', 'fr'], 'Use en or zh-CN'],
    [['explain', '0xC004F074', '--as', 'pdf'], 'Use text, teams, slack or json'],
    [['report', '--days', '0'], 'Use 1 to 400'],
    [['report', '--days', 'many'], 'Use 1 to 400'],
    [['explain', '--frob'], "Unknown option '--frob'"],
  ])('is wrong for %j', async (argv, complaint) => {
    const { exitCode, out, err } = await run(argv);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(complaint);
    expect(err).not.toContain('    at ');
  });

  it('speaks Chinese in a Chinese terminal', async () => {
    expect((await run([], { locale: 'zh-CN' })).err).toContain('退出代码');
  });
});
