/** `hexfix mcp` as a client meets it: the official client, over the streams of the real command. */

import { PassThrough } from 'node:stream';
import { Client, type JSONRPCMessage, type Transport } from '@modelcontextprotocol/client';
import type { ExitCode } from '../../src/cli/io';
import { runCommand } from '../../src/cli/run';

interface Session {
  readonly client: Client;
  readonly input: PassThrough;
  readonly complaints: string[];
  /** Everything on standard output. */
  out(): string;
  readonly exit: Promise<ExitCode>;
}

/** The client's end of the two streams. */
function createTransport(input: PassThrough, output: PassThrough): Transport {
  let rest = '';
  const transport: Transport = {
    async start() {
      output.on('data', (chunk: Buffer) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) transport.onmessage?.(JSON.parse(line) as JSONRPCMessage);
      });
    },
    async send(message) {
      input.write(`${JSON.stringify(message)}\n`);
    },
    async close() {
      input.end();
      transport.onclose?.();
    },
  };
  return transport;
}

async function connect(argv: readonly string[] = ['mcp']): Promise<Session> {
  const input = new PassThrough();
  const output = new PassThrough();
  const complaints: string[] = [];
  let out = '';
  const exit = runCommand(argv, {
    stdin: input,
    stdinIsTerminal: false,
    write: async (text) => {
      out += text;
      output.write(text);
    },
    complain: (text) => void complaints.push(text),
    width: 80,
    color: false,
    locale: 'en',
    openStore: async () => undefined,
    rotateKeys: async () => undefined,
    defaultsOn: () => ({}),
    simulate: () => Promise.reject(new Error('nothing is simulated here')),
    now: () => 0,
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(createTransport(input, output));
  return { client, input, complaints, out: () => out, exit };
}

describe('a client', () => {
  let session: Session;
  beforeAll(async () => {
    session = await connect();
  });
  afterAll(() => session.client.close());

  const call = (name: string, args: Record<string, unknown> = {}) => session.client.callTool({ name, arguments: args });
  const textOf = ({ content }: Awaited<ReturnType<typeof call>>) =>
    content.map((each) => (each.type === 'text' ? each.text : '')).join('');

  it('is told who answers, and finds the tools, all of them read-only and with shapes', async () => {
    expect(session.client.getServerVersion()).toMatchObject({ name: 'hexfix', version: '0.1.0' });
    const { tools } = await session.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'explain_error',
      'ask',
      'search_symptoms',
      'list_procedures',
      'get_procedure',
    ]);
    for (const { title, description, inputSchema, outputSchema, annotations } of tools) {
      expect([title, description].every((text) => (text ?? '').length > 5)).toBe(true);
      expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object']);
      expect(annotations).toMatchObject({ readOnlyHint: true });
    }
  });

  it('gets a code explained, as a value and as a text with all steps', async () => {
    const result = await call('explain_error', { text: 'c004f074', lang: 'zh-CN' });
    expect(result.structuredContent).toMatchObject({ explained: { code: '0xC004F074', locale: 'zh-CN' } });
    expect(textOf(result)).toMatch(/^0xC004F074 · 无法联系任何 KMS 主机[\s\S]*全部步骤[\s\S]*Test-NetConnection/);
  });

  it('gets the bot’s answer to a message, or why it is silent', async () => {
    expect((await call('ask', { message: 'It says 0x8007232B' })).structuredContent).toMatchObject({
      lead: '0x8007232B',
    });
    const silent = await call('ask', { message: 'lunch?', addressed: false });
    expect(silent.structuredContent).toMatchObject({ answers: false });
    expect(textOf(silent)).toBe('There is no error code in the message.');
  });

  it('finds codes by a symptom', async () => {
    const result = await call('search_symptoms', { description: 'the KMS count is insufficient', limit: 2 });
    expect(result.structuredContent).toMatchObject({ hits: [{ code: '0xC004F038' }, {}] });
    expect(textOf(result)).toMatch(/^0xC004F038 {2}\S/);
  });

  it('lists procedures, and walks one by the ids in brackets', async () => {
    expect(textOf(await call('list_procedures'))).toMatch(/^count {2}\S/m);
    const text = textOf(await call('get_procedure', { id: 'count' }));
    const places = [...text.matchAll(/^\[([\w-]+)\]/gm)].map(([, id]) => id);
    const targets = [...text.matchAll(/→ \[([\w-]+)\]$/gm)].map(([, id]) => id);
    expect(places[0]).toBe('read-count');
    expect(targets.length).toBeGreaterThan(5);
    expect(places).toEqual(expect.arrayContaining(targets));
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['explain_error', { text: 'hello' }, /^There is no error code in the text\. Check/],
    ['explain_error', { text: ' ', lang: 'zh-CN' }, /^问题中没有文字/],
    ['explain_error', {}, /text/],
    ['explain_error', { text: 7 }, /text: Invalid input: expected string/],
    ['ask', { message: 'a'.repeat(40_001) }, /longer than 40,000 characters/],
    ['search_symptoms', { description: 'a', limit: 99 }, /from 1 to 20/],
    ['get_procedure', { id: 'constructor' }, /no procedure of this id/],
  ])('is told what is wrong with %s %j', async (name, args, sentence) => {
    const result = await call(name, args);
    expect(result.isError).toBe(true);
    expect(textOf(result)).toMatch(sentence);
  });

  it('reads entries as resources', async () => {
    const { resources } = await session.client.listResources();
    expect(resources.length).toBeGreaterThan(200);
    const { contents } = await session.client.readResource({ uri: 'hexfix://codes/0xC004F074' });
    expect(JSON.parse(contents.map((each) => ('text' in each ? each.text : '')).join(''))).toMatchObject({
      curated: true,
    });
    await expect(session.client.readResource({ uri: 'hexfix://codes/nothing' })).rejects.toThrow('not found');
  });
});

it('puts only the protocol on standard output, whatever comes in, and ends with the input', async () => {
  const { client, input, exit, out, complaints } = await connect();
  input.write('not JSON\n{"jsonrpc":"2.0"}\n[]\n{"jsonrpc":"2.0","id":"x","method":"no/such"}\n');
  await client.listTools();
  input.end();
  expect(await exit).toBe(0);
  const lines = out().trimEnd().split('\n');
  expect(lines.every((line) => JSON.parse(line).jsonrpc === '2.0')).toBe(true);
  expect(complaints.join('\n')).not.toContain('no/such');
});

it('takes no further words', async () => {
  const complaints: string[] = [];
  const io = {
    stdin: new PassThrough(),
    stdinIsTerminal: false,
    write: async () => {},
    complain: (text: string) => void complaints.push(text),
  };
  const notHere = () => Promise.reject(new Error('nothing is simulated here'));
  const rest = {
    width: 80,
    color: false,
    locale: 'en',
    openStore: async () => undefined,
    rotateKeys: async () => undefined,
    defaultsOn: () => ({}),
    simulate: notHere,
    now: () => 0,
  } as const;
  expect(await runCommand(['mcp', 'now'], { ...io, ...rest })).toBe(2);
  expect(complaints).toEqual(['hexfix mcp takes no further words.']);
});
