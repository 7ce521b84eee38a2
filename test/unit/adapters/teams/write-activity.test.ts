import fc from 'fast-check';
import { writeActivity } from '../../../../src/adapters/teams/write-activity';
import { freezeWhole } from '../../../../src/reply/lasting';

const value = fc.anything({ values: [fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null)] });
const element = fc.dictionary(fc.string(), value).chain((made) => fc.constantFrom(made, freezeWhole(made)));
const card = fc.record(
  { type: fc.constant('AdaptiveCard'), body: fc.array(element), actions: fc.array(element), speak: fc.string() },
  { requiredKeys: [] },
);
const activity = fc.record(
  {
    type: fc.constant('message'),
    summary: fc.string({ unit: 'binary' }),
    attachments: fc.array(fc.record({ contentType: fc.string(), content: fc.oneof(card, value) })),
    replyToId: fc.option(fc.string(), { nil: undefined }),
    body: value,
    content: value,
  },
  { requiredKeys: ['type'] },
);

it('writes what JSON.stringify writes, however often', () => {
  fc.assert(
    fc.property(activity, (sent) => {
      const text = JSON.stringify(sent);
      expect([writeActivity(sent), writeActivity(sent)]).toEqual([text, text]);
    }),
  );
});

it('writes an element that may change anew', () => {
  const element = { type: 'TextBlock', text: 'before' };
  const sent = { type: 'message', attachments: [{ content: { body: [element] } }] };
  writeActivity(sent);
  element.text = 'after';
  expect(writeActivity(sent)).toBe(JSON.stringify(sent));
});
