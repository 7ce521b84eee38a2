/** Reads what slmgr and ospp.vbs said of themselves: done, not found, failed with a code. */

import type { ErrorCode } from '../code/error-code';
import type { Outcome, SimpleOutcome } from './facts';
import type { Page } from './page';
import { isFailure, readCode, readHostAndPort } from './values';

/** Words of the two scripts; an "Error: 0x…" without any of them is somebody else's. */
const TRACES = [
  'slmgr',
  'slui.exe',
  'ospp.vbs',
  'activat',
  'windows script host',
  'software licens',
  'software protection',
  'product key',
  'key management',
  'license file',
  'confirmation id',
  '激活',
  '软件授权',
  '产品密钥',
  '密钥管理',
  '啟用',
  '軟體授權',
  'softwarelizenz',
  'aktivier',
  'ライセンス',
  'licencias de software',
  'licences logicielles',
  'licenças de software',
  'licenze software',
  'лицензирован',
  'активац',
];

const SIMPLE: readonly (readonly [string, SimpleOutcome])[] = [
  ['Product activated successfully|<(?:Offline )?product activation successful>|成功地激活了产品', 'activated'],
  ['Produkt wurde erfolgreich aktiviert|正常にライセンス認証されました|Активация выполнена успешно', 'activated'],
  [
    'Installed product key .{0,40} ?successfully|<Product key installation successful>|成功地安装了产品密钥',
    'key-installed',
  ],
  ['Uninstalled product key successfully|<Product key uninstall successful>|成功地卸载了产品密钥', 'key-uninstalled'],
  [
    'Key Management Service machine name cleared successfully|成功地?清除了?密钥管理服务计算机名',
    'kms-machine-cleared',
  ],
  ['Error: ?product not found|错误: ?找不到产品', 'product-not-found'],
  ['<No installed product keys detected>', 'no-keys-detected'],
  ['Error: ?product key not found|<Product key not found>', 'key-not-found'],
  ['Error: ?Product activation failed', 'activation-failed'],
  ['configured for Token-based activation only', 'token-only'],
  ['Software Protection Platform service is not running', 'service-not-running'],
  ['License files re-installed successfully', 'licenses-reinstalled'],
  ['Confirmation ID for product .{0,60} ?deposited successfully', 'confirmation-deposited'],
  ['Please restart the system for the changes to take effect|请重新启动系统以使更改生效', 'restart-needed'],
];

/** The name ends before the last words; a sentence may end right behind it. */
const MACHINE_SET =
  '(?:Key Management Service machine name set to (?<host>\\S{1,260}) successfully|密钥管理服务计算机名成功的?设置为 ?(?<zhHost>[^\\s。]{1,260}))';

const ERROR_WORD =
  'Error|错误|錯誤|Fehler|エラー|Erreur|Erro|Errore|Ошибка|오류|Błąd|Fout|Hata|Chyba|Fel|Feil|Fejl|Virhe';
/** The colon is the scripts'; people leave it out. */
const FAILED = `(?<![\\p{L}\\d/#])(?:${ERROR_WORD})\\s{0,2}(?::\\s{0,2}(?<code>0x[0-9a-f]{8})|(?<connecting>0x[0-9a-f]{8})(?= occurred in ))(?![0-9a-z])(?!\\s?\\()`;

const ANY = new RegExp(
  [...SIMPLE.map(([words], index) => `(?<o${index}>${words})`), MACHINE_SET, FAILED].join('|'),
  'giu',
);
/** A desk's log repeats itself; what matters came by then. */
const MOST_OUTCOMES = 50;

/** What the commands said, in order; the same failure once. */
export function readOutcomes(page: Page): readonly Outcome[] {
  if (!page.mentions(TRACES)) return [];
  const outcomes: Outcome[] = [];
  const failures = new Set<ErrorCode>();
  for (const { groups } of page.text.matchAll(ANY)) {
    const outcome = describe(groups ?? {});
    if (outcome === undefined || (outcome.kind === 'failed' && failures.has(outcome.code))) continue;
    if (outcome.kind === 'failed') failures.add(outcome.code);
    outcomes.push(outcome);
    if (outcomes.length === MOST_OUTCOMES) break;
  }
  return outcomes;
}

function describe(groups: Record<string, string | undefined>): Outcome | undefined {
  const written = groups.code ?? groups.connecting;
  if (written !== undefined) {
    const code = readCode(written);
    return code !== undefined && isFailure(code) ? { kind: 'failed', code } : undefined;
  }
  const simple = SIMPLE.find((_, index) => groups[`o${index}`] !== undefined)?.[1];
  if (simple !== undefined) return { kind: simple };
  const kms = readHostAndPort(groups.host ?? groups.zhHost);
  return kms === undefined ? { kind: 'kms-machine-set' } : { kind: 'kms-machine-set', kms };
}
