import { readStatusWord, statusOfNumber } from '../../../src/evidence/license-status';

describe('a status in words', () => {
  it.each([
    ['Unlicensed', 'unlicensed'],
    ['Licensed', 'licensed'],
    ['---LICENSED---', 'licensed'],
    ['Initial grace period', 'initial-grace'],
    ['---OOB_GRACE---', 'initial-grace'],
    ['Additional grace period (KMS license expired or hardware out of tolerance)', 'additional-grace'],
    ['---OOT_GRACE---', 'additional-grace'],
    ['Non-genuine grace period.', 'non-genuine-grace'],
    ['---NON_GENUINE_GRACE---', 'non-genuine-grace'],
    ['Notification', 'notification'],
    ['---NOTIFICATIONS---', 'notification'],
    ['---EXTENDED GRACE---', 'extended-grace'],
    ['未授权', 'unlicensed'],
    ['已授权', 'licensed'],
    ['已授權', 'licensed'],
    ['初始宽限期', 'initial-grace'],
    ['附加宽限期', 'additional-grace'],
    ['非正版宽限期', 'non-genuine-grace'],
    ['通知', 'notification'],
    ['延长的宽限期', 'extended-grace'],
    ['Nicht lizenziert', 'unlicensed'],
    ['Lizenziert', 'licensed'],
    ['con licencia', 'licensed'],
    ['Avec licence', 'licensed'],
    ['não licenciado', 'unlicensed'],
    ['Licenciado', 'licensed'],
    ['Benachrichtigung', 'notification'],
    ['Notificación', 'notification'],
    ['нет лицензии', 'unlicensed'],
    ['имеет лицензию', 'licensed'],
    ['Уведомление', 'notification'],
    ['ライセンスなし', 'unlicensed'],
    ['ライセンスされています', 'licensed'],
    ['Unknown', undefined],
    ['', undefined],
  ])('%j is %s', (words, status) => {
    expect(readStatusWord(words)).toBe(status);
  });
});

it('has a number each in the event log and in WMI', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(statusOfNumber)).toEqual([
    'unlicensed',
    'licensed',
    'initial-grace',
    'additional-grace',
    'non-genuine-grace',
    'notification',
    'extended-grace',
    undefined,
  ]);
});
