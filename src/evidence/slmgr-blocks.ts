/** The products in slmgr's output: which lines belong to one, whatever the language. */

import { readDescribedChannel } from './channel';
import { readStatusWord } from './license-status';
import { type ProductName, readProductName } from './product-name';
import { type Field, fieldOfLabel, readSentence } from './slmgr-labels';

export interface Line {
  /** What stands before the first colon; empty where there is none. */
  readonly label: string;
  readonly value: string;
  readonly field?: Field;
}

export interface Block {
  readonly product?: ProductName;
  /** From the first line of the product to the next product. */
  readonly lines: readonly Line[];
}

/** Fields that begin a product of their own when nothing came before them. */
const BEGINNERS: readonly Field[] = [
  'reason',
  'permanent',
  'registered-host',
  'host-from-dns',
  'no-host-in-dns',
  'host-enabled',
];

/** Labels before which an answer that was pasted on one line is cut. */
const BEFORE_LABEL =
  /\s(?=(?:Name|Description|Activation ID|Application ID|Extended PID|Product Key Channel|Installation ID|Use License URL|Validation URL|Partial Product Key|License Status|Volume activation expiration|Time remaining|Notification Reason|Remaining (?:Windows|SKU) rearm count|Trusted time|Configured Activation Type|Most recent activation information|Client Machine ID \(CMID\)|Registered KMS machine name|KMS machine name from DNS|DNS auto-discovery|KMS machine IP address|KMS machine extended PID|Activation interval|Renewal interval|Current count|Listening on Port|KMS priority|Total requests received|Failed requests received|Requests with License Status [A-Z][\w -]{2,60}|描述|激活 ?ID|应用程序 ?ID|扩展 ?PID|产品密钥通道|安装 ?ID|部分产品密钥|许可证状态|批量激活过期|剩余 ?(?:Windows|SKU) ?重置计数|信任时间|已配置的激活类型|来自 DNS 的 KMS|KMS 计算机 IP|激活时间间隔|续订间隔) ?:)/;
/** A line of one label and its value is shorter, but for descriptions, which hold no second label. */
const SHORTEST_FOLDED = 60;

/** What lists and boxes put before a line. */
const ORNAMENT = /^[\s*•·|│-]{1,40}/;
const LONGEST_LABEL = 90;

/** Cuts the lines into products. Lines before the first product are passed over. */
export function splitBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: { product?: ProductName; lines: Line[] }[] = [];
  for (const text of lines.flatMap(unfold)) {
    if (text.trim() === '') continue;
    const line = readLine(text);
    const product = readProduct(line, text);
    const last = blocks.at(-1);
    if (product !== undefined) blocks.push({ product, lines: [] });
    else if (last === undefined || isNext(line, last)) {
      if (begins(line)) blocks.push({ lines: [line] });
    } else last.lines.push(line);
  }
  return blocks;
}

function unfold(line: string): readonly string[] {
  return line.length < SHORTEST_FOLDED ? [line] : line.split(BEFORE_LABEL);
}

function readLine(text: string): Line {
  const trimmed = text.replace(ORNAMENT, '').trimEnd();
  const sentence = readSentence(trimmed);
  if (sentence !== undefined) return { label: '', value: sentence[1], field: sentence[0] };
  const colon = trimmed.indexOf(':');
  if (colon < 0 || colon > LONGEST_LABEL) return { label: '', value: trimmed };
  const label = trimmed.slice(0, colon).trim();
  const value = trimmed.slice(colon + 1).trim();
  const field = readDescribedChannel(value) === undefined ? fieldOfLabel(label) : 'description';
  return field === undefined ? { label, value } : { label, value, field };
}

/** A product begins with its name: behind a label, or, as `/xpr` has it, before the colon. */
function readProduct({ label, value }: Line, text: string): ProductName | undefined {
  if (label.toUpperCase() === label && /[A-Z]/.test(label)) return undefined;
  return readProductName(value === '' ? text : value);
}

/** Tells whether a line is the second of its kind, so that another product has begun without a name. */
function isNext({ field }: Line, { lines }: Block): boolean {
  return (field === 'description' || field === 'status') && lines.some((line) => line.field === field);
}

function begins({ field, value }: Line): boolean {
  if (field === 'description') return readDescribedChannel(value) !== undefined;
  if (field === 'status') return readStatusWord(value) !== undefined;
  return field !== undefined && BEGINNERS.includes(field);
}
