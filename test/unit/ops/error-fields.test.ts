import { errorFields } from '../../../src/ops/error-fields';

test('keeps the name, the code, the status and the place, and drops the words', () => {
  const error = Object.assign(new TypeError('token eyJhbGciOi'), { code: 'ECONNRESET', status: 502 });
  const fields = errorFields(error);
  expect(fields).toMatchObject({ error: 'TypeError', code: 'ECONNRESET', status: 502 });
  expect(JSON.stringify(fields)).toContain('error-fields.test.ts');
  expect(JSON.stringify(fields)).not.toContain('eyJ');
});

test('tells the code of the cause, and nothing else of it', () => {
  const cause = Object.assign(new Error('secret words'), { code: 'ECONNREFUSED' });
  const fields = errorFields(new TypeError('fetch failed', { cause }));
  expect(fields).toMatchObject({ error: 'TypeError', cause: 'ECONNREFUSED' });
  expect(JSON.stringify(fields)).not.toContain('secret');
});

test('drops every line of a message that has several, even one that looks like a frame of ours', () => {
  const fields = errorFields(new Error('first secret\n    at second secret (third secret)'));
  expect(JSON.stringify(fields)).not.toContain('secret');
  expect(fields.at).toEqual([expect.stringContaining('error-fields.test.ts'), expect.anything(), expect.anything()]);
});

test('tells no frames where the message was changed and cannot be told from them', () => {
  const error = new Error('first\n    at secret (place)');
  // Looked at once, a stack stays as it is.
  expect(error.stack).toContain('secret');
  error.message = 'other';
  expect(errorFields(error)).toEqual({ error: 'Error', at: [] });
});

test('keeps only names and codes that look like such', () => {
  const error = Object.assign(new Error(), { name: 'a whole secret answer', code: '<html>secret</html>' });
  expect(errorFields(error)).toMatchObject({ error: 'Error' });
  expect(JSON.stringify(errorFields(error))).not.toContain('secret');
});

test.each(['words', 42, null, undefined, { message: 'words' }])('names only the type of a thrown %p', (thrown) => {
  expect(errorFields(thrown)).toEqual({ error: typeof thrown });
});
