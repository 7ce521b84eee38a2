/** The status of a license in words, where several languages put it, and in WMI's numbers. */

import { LICENSE_STATUSES, type LicenseStatus } from './license-facts';

/** Words at the beginning of the value. A negation stands before what it negates. */
const BY_WORD: readonly (readonly [RegExp, LicenseStatus])[] = [
  [/^(?:unlicensed|not licensed)/i, 'unlicensed'],
  [/^licensed/i, 'licensed'],
  [/^(?:initial grace|oob[_ ]?grace)/i, 'initial-grace'],
  [/^(?:additional grace|oot[_ ]?grace)/i, 'additional-grace'],
  [/^non[-_ ]?genuine[_ ]?grace/i, 'non-genuine-grace'],
  [/^notification/i, 'notification'],
  [/^extended[_ ]?grace/i, 'extended-grace'],
  [/^(?:未授[权權]|未经授权|未經授權|未[许許]可)/, 'unlicensed'],
  [/^已(?:获|獲)?(?:授[权權]|得?[许許]可)/, 'licensed'],
  [/^初始[宽寬]限/, 'initial-grace'],
  [/^(?:附加|其他|額外)[的]?[宽寬]限/, 'additional-grace'],
  [/^非正版[宽寬]限/, 'non-genuine-grace'],
  [/^通知/, 'notification'],
  [/^(?:扩展|延长|延長|擴充)[的]?[宽寬]限/, 'extended-grace'],
  [
    /^(?:nicht lizenziert|sin licencia|sans licence|senza licenza|não licenciad|sem licença|niet gelicentieerd)/i,
    'unlicensed',
  ],
  [/^(?:lizenziert|con licencia|(?:avec|sous) licence|con licenza|licenciad|com licença|gelicentieerd)/i, 'licensed'],
  [/^(?:benachrichtigung|notificaci[óo]n|notifica(?:ção)?|melding)/i, 'notification'],
  [/^(?:не лицензировано|нет лицензии|без лицензии)/i, 'unlicensed'],
  [/^(?:имеет лицензию|лицензировано|лицензия действ)/i, 'licensed'],
  [/^(?:режим )?уведомлени/i, 'notification'],
  [/^(?:ライセンスされていません|ライセンスなし|未ライセンス)/, 'unlicensed'],
  [/^(?:ライセンスされています|ライセンス済み|ライセンス認証済み)/, 'licensed'],
];

/** The status that a value names; nothing where the words are not known. */
export function readStatusWord(value: string): LicenseStatus | undefined {
  const words = value.replace(/^[\s-]{1,8}/, '');
  return BY_WORD.find(([pattern]) => pattern.test(words))?.[1];
}

/** The status that a number stands for. */
export function statusOfNumber(number: number | undefined): LicenseStatus | undefined {
  return number === undefined ? undefined : LICENSE_STATUSES[number];
}

/** Tells whether the status is a period that runs out, rather than a state. */
export function isGrace(status: LicenseStatus): boolean {
  return status.endsWith('grace');
}
