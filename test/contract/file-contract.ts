/** What every chat platform's adapter does with files that come with a post, and with product keys in them and outside. */

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { PlatformDriver, PostedFile, ShownMessage } from './platform-driver';

const DLV = readFileSync(
  path.join(__dirname, '..', 'fixtures', 'evidence', 'slmgr-dlv-notification-server.txt'),
  'utf8',
);
const CODE = '0xC004F038';
const OTHER_CODE = '0x8007232B';
const KEY = 'ABCDE-FGHJK-23456-QRTVW-98765';
const MEGABYTE = 1_048_576;

/** A driver whose file server tells what it was asked for. */
export interface FileDriver extends PlatformDriver {
  readonly asked: readonly { readonly path: string }[];
}

export function fileContract(name: string, start: () => Promise<FileDriver>): void {
  describe(`files on ${name}`, () => {
    let driver: FileDriver;
    beforeEach(async () => {
      driver = await start();
    });
    afterEach(() => driver.close());

    /** Posts the files below a code of which they say nothing, and gives the answer. */
    async function send(...files: readonly PostedFile[]): Promise<string> {
      await driver.post({ where: 'dm', text: OTHER_CODE, files });
      const [answer, ...others] = driver.screen();
      expect(others).toEqual([]);
      return answer?.text ?? '';
    }

    test('are read as what was pasted is: the output of slmgr, as PowerShell writes it', async () => {
      await driver.post({ where: 'dm', text: DLV });
      await driver.post({ where: 'dm', text: '', files: [file('dlv.txt', utf16(DLV))] });
      const [pasted, uploaded] = driver.screen();
      expect(uploaded?.text).toBe(pasted?.text);
      expect(pasted?.text).toContain('0xC004F056');
    });

    test('are read to their last byte up to 1 MB, and one byte more is refused in words', async () => {
      const log = `${'\n'.repeat(MEGABYTE - 40)}Activation failed. Error: ${CODE}`.padEnd(MEGABYTE);
      expect(await send(file('sls.log', Buffer.from(log)))).toContain(CODE);
      await driver.post({ where: 'dm', text: OTHER_CODE, files: [file('sls.log', Buffer.from(`${log} `))] });
      const told = driver.screen()[1]?.text;
      expect(told).toContain('more than 1 MB');
      expect(told).not.toContain(CODE);
    });

    test('speak for whoever has written nothing: the answer is in their language', async () => {
      const files = [file('a.txt', Buffer.from(`错误代码 ${CODE}，请联系系统管理员。`))];
      await driver.post({ where: 'dm', text: '', files });
      expect(driver.screen()[0]?.text).toMatch(/\p{Script=Han}/u);
    });

    test('whose bytes never end are left after 1 MB', async () => {
      expect(await send({ ...file('sls.log'), served: 'endless' })).toContain('more than 1 MB');
    });

    test('count together with what was written', async () => {
      const answer = await send(file('a.txt'));
      expect(answer).toContain(OTHER_CODE);
      expect(answer).toContain(CODE);
    });

    test.each(['setup.exe', 'logs.zip', 'System.evtx', 'screen.png', 'notes', 'log.txt.exe'])(
      'of other kinds are left alone: %s',
      async (other) => {
        await send(file(other, Buffer.from(CODE)));
        expect(driver.asked).toEqual([]);
        expect(driver.screen()[0]?.text).not.toContain(CODE);
      },
    );

    test('that are called text and are none are named as such', async () => {
      expect(await send(file('program.txt', Buffer.from(`MZ\u0000\u0003\u0000${CODE}`.repeat(99))))).toContain(
        'no plain text',
      );
    });

    test('beyond the third are not read, and that is told', async () => {
      const told = await send(...['1', '2', '3', '4'].map((digit) => file(`${digit}.txt`, Buffer.from('nothing'))));
      expect(told).toContain('Only the first three files');
      expect(driver.asked).toHaveLength(3);
    });

    test('that are gone are told of, and the rest is answered', async () => {
      await driver.post({ where: 'dm', text: CODE, files: [{ ...file('dlv.txt'), served: 'gone' }] });
      expect(driver.screen()[0]?.text).toContain('could not be loaded');
      expect(driver.screen()[0]?.text).toContain(CODE);
    });

    describe('at a stranger’s', () => {
      let stranger: Server;
      let elsewhere: string;
      let visits: number;
      beforeEach(async () => {
        visits = 0;
        stranger = createServer((_request, response) => {
          visits += 1;
          response.end(`error ${CODE}`);
        });
        await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
        elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/dlv.txt`;
      });
      afterEach(() => new Promise((resolve) => stranger.close(resolve)));

      test.each([
        ['by the message', {}],
        ['by a redirect', { served: 'moved' }],
      ] as const)('are never asked for, even where we are sent there %s', async (_how, how) => {
        expect(await send({ ...file('dlv.txt'), elsewhere, ...how })).toMatch(/could not be loaded|was not read/);
        expect(visits).toBe(0);
      });
    });

    describe('and messages that show a product key', () => {
      /** What stands anywhere that the writer can see. */
      function warnings(): readonly ShownMessage[] {
        return [...driver.asides(), ...driver.screen()].filter(({ text }) => text.includes('shows a product key'));
      }

      test('have their writer warned in private, not in the channel', async () => {
        const post = await driver.post({ where: 'channel', text: `our key: ${KEY}` });
        expect(warnings()).toHaveLength(1);
        expect(warnings()[0]?.thread).not.toBe(post.thread);
      });

      test('likewise for a file, and show it nowhere', async () => {
        await driver.post({ where: 'dm', text: '', files: [file('key.txt', utf16(`error ${CODE}\r\n${KEY}`))] });
        expect(warnings()).toHaveLength(1);
        expect(JSON.stringify([driver.screen(), driver.asides()])).not.toContain(KEY.slice(0, 11));
      });
    });
  });
}

export function file(name: string, bytes: Uint8Array = Buffer.from(`error ${CODE}`)): PostedFile {
  return { name, bytes };
}

/** As PowerShell's `>` writes it. */
export function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}
