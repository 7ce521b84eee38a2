import { encodeRequest, recordingSchema } from '../../../src/simulate/recording';

const same = (fields: Readonly<Record<string, unknown>>) => fields;

test('sends fields of a form that are no text as JSON', () => {
  const { contentType, body } = encodeRequest({ form: { command: '/hexfix', payload: { type: 'shortcut' } } }, same);
  expect(contentType).toBe('application/x-www-form-urlencoded');
  expect([...new URLSearchParams(body)]).toEqual([
    ['command', '/hexfix'],
    ['payload', '{"type":"shortcut"}'],
  ]);
});

test.each([
  [{ platform: 'irc', door: 'message', request: { body: {} } }],
  [{ platform: 'slack', door: 'message', request: {} }],
  [{ platform: 'slack', door: 'message', request: { body: {}, form: {} } }],
])('refuses %j', (value) => {
  expect(recordingSchema.safeParse(value).success).toBe(false);
});
