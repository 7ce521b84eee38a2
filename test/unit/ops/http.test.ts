import { isFromThisMachine, isJson, namesThisMachine } from '../../../src/ops/http';

test.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['127.0.0.1.evil.example', false],
  ['fe80::1', false],
  ['', false],
])('knows whether %s is this machine', (address, expected) => {
  expect(isFromThisMachine({ remoteAddress: address })).toBe(expected);
});

test.each([
  ['localhost', true],
  ['LOCALHOST:3978', true],
  ['127.0.0.1:80', true],
  ['[::1]:3978', true],
  ['localhost.evil.example', false],
  ['evil.example:3978', false],
  ['127.0.0.1:80, evil.example', false],
  ['', false],
])('knows whether %j always names this machine', (host, expected) => {
  expect(namesThisMachine({ headers: { host } })).toBe(expected);
});

test.each([
  ['application/json', true],
  ['application/json; charset=utf-8', true],
  ['Application/JSON', true],
  ['application/json-seq', false],
  ['text/plain', false],
  ['application/x-www-form-urlencoded', false],
])('knows whether %s is JSON', (type, expected) => {
  expect(isJson({ headers: { 'content-type': type } })).toBe(expected);
});

test('a body without a type is not JSON', () => {
  expect(isJson({ headers: {} })).toBe(false);
});
