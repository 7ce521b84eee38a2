import { detectCodes } from '../../../src/code/detect';

const found = (text: string) => detectCodes(text).map(({ code, confidence }) => `${code} ${confidence}`);

it.each([
  ['net use says System error 1219 has occurred. Multiple connections…', '0x000004C3'],
  ['发生系统错误 53。找不到网络路径。', '0x00000035'],
  ['msi exit code 1618 on half of the machines', '0x00000652'],
  ['Installation success or error status: 1603.', '0x00000643'],
  ['MainEngineThread is returning 1603', '0x00000643'],
  ['setup ended with exit code 3010', '0x00000BC2'],
  ['安装程序退出代码：1603', '0x00000643'],
  ['Last Run Result: 0x41301', '0x00041301'],
  ['上次运行结果（0x41306）', '0x00041306'],
  ['CreateProcess failed; code 740.', '0x000002E4'],
  ['OpenSCManager failed: 5', '0x00000005'],
  ['[SC] StartService 失败 1058:', '0x00000422'],
  ['Error 1067: The process terminated unexpectedly.', '0x0000042B'],
  ['错误 1068: 依赖服务或组无法启动。', '0x0000042C'],
  ['System error 53, the network path was not found', '0x00000035'],
  ['error 1603 while installing the agent', '0x00000643'],
  ['1603 is a generic error of the MSI', '0x00000643'],
  ['Win32Exception (1326): The user name or password is incorrect', '0x0000052E'],
])('%s', (text, code) => {
  expect(found(text)).toEqual([`${code} sure`]);
});

it.each([
  'type NET HELPMSG 2182 for more help',
  'MySQL error code 1618 in the importer',
  'ORA-01618 and exit code 1618',
  'exit code 1 in CI, then exit code 137',
  'HTTP error code 404, later error code 503',
  'the msi is 1618.5 MB, order 1603',
  'error code 16031',
  'Last Run Result: 0x0',
  'system error 5 happened twice',
  'StartService failed 5 times',
  'GetUser failed 404',
  'the service desk had error 404 on its page',
  'error 1603 of the disk',
  'the MySQL service says error 1067',
])('leaves alone: %s', (text) => {
  expect(found(text)).toEqual([]);
});
