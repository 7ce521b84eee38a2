import { renderAdaptiveCard } from '../../../../src/render/adaptive-card/render';
import { adaptiveCardFaults } from '../../../cards/adaptive-card-rules';
import { FOUND_EN, FOUND_ZH, REPLIES, WORKED_EN } from '../../../fixtures/replies';

describe('renderAdaptiveCard', () => {
  test.each(REPLIES)('makes a card that Teams accepts: %s', (_, reply) => {
    expect(adaptiveCardFaults(renderAdaptiveCard(reply))).toEqual([]);
  });

  test('speaks the whole answer and takes the full width', () => {
    expect(renderAdaptiveCard(FOUND_ZH)).toMatchObject({
      version: '1.5',
      speak: FOUND_ZH.summary,
      msteams: { width: 'Full' },
    });
  });

  test('begins with the title as a heading that wraps', () => {
    expect(renderAdaptiveCard(FOUND_EN).body[0]).toMatchObject({
      items: [
        { type: 'TextBlock', style: 'heading', wrap: true, text: '0xC004F074 · The KMS host did not answer' },
        { type: 'RichTextBlock', inlines: [{ text: 'SL_E_VL_KEY_MANAGEMENT_SERVICE_COMMUNICATION_FAILURE' }] },
      ],
    });
  });

  test('shows each line of a command verbatim and in monospace', () => {
    const card = JSON.stringify(renderAdaptiveCard(FOUND_EN));
    for (const line of [
      'nslookup -type=srv _vlmcs._tcp.example.com',
      'cscript %windir%\\system32\\slmgr.vbs /ipk <MAK>',
    ]) {
      expect(card).toContain(JSON.stringify({ type: 'TextRun', text: line, fontType: 'Monospace' }));
    }
  });

  test('puts what to beware of above the command', () => {
    const card = JSON.stringify(renderAdaptiveCard(FOUND_EN));
    expect(card.indexOf('This replaces the product key.')).toBeGreaterThan(0);
    expect(card.indexOf('This replaces the product key.')).toBeLessThan(card.indexOf('_vlmcs._tcp'));
  });

  test('numbers the steps when all are shown', () => {
    const numbers = JSON.stringify(renderAdaptiveCard(FOUND_ZH)).match(/"text":"\d\. "/g);
    expect(numbers).toEqual(['"text":"1. "', '"text":"2. "']);
  });

  test('gives a note its tone as a style and in words', () => {
    expect(renderAdaptiveCard(WORKED_EN).body[1]).toMatchObject({
      type: 'Container',
      style: 'good',
      items: [{ inlines: [{ text: 'Done' }] }, { inlines: ['Windows is activated.'] }],
    });
  });

  test('links sources, and names those without an address', () => {
    const card = JSON.stringify(renderAdaptiveCard(FOUND_EN));
    expect(card).toContain('[Error 0xC004F074 (KB 974998)](https://learn.microsoft.com/');
    expect(card).toContain('"slerror.h · 2018-04"');
  });

  test('leaves the actions out where there are none', () => {
    expect(renderAdaptiveCard(WORKED_EN)).not.toHaveProperty('actions');
  });
});
