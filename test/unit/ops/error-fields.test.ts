import { errorFields } from '../../../src/ops/error-fields';

test('keeps the name, the code, the status and the place, and drops the words', () => {
  const error = Object.assign(new TypeError('token eyJhbGciOi'), { code: 'ECONNRESET', status: 502 });
  const fields = errorFields(error);
  expect(fields).toMatchObject({ error: 'TypeError', code: 'ECONNRESET', status: 502 });
  expect(JSON.stringify(fields)).toContain('error-fields.test.ts');
  expect(JSON.stringify(fields)).not.toContain('eyJ');
});

test('drops every line of a message that has several, even one that looks like a frame of ours', () => {
  const fields = errorFields(new Error('first secret\nsecond secret'));
  expect(JSON.stringify(fields)).not.toContain('secret');
});

test.each(['words', 42, null, undefined, { message: 'words' }])('names only the type of a thrown %p', (thrown) => {
  expect(errorFields(thrown)).toEqual({ error: typeof thrown });
});
