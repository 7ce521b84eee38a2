/** Refusals over HTTP: status, kind, and a sentence in the caller's language. */

import type { Locale, Localized } from '../../i18n/locale';
import type { RawResponse } from '../../ops/http';
import type { Problem } from '../problem-schema';
import { type Refusal, type RefusalReason, tellRefusal } from '../refusal';

export type HttpRefusal =
  | 'bad-language'
  | 'no-question'
  | 'not-json'
  | 'broken-json'
  | 'no-text'
  | 'compressed'
  | 'broken-off'
  | 'too-large'
  | 'no-token'
  | 'foreign-name'
  | 'no-endpoint'
  | 'wrong-method'
  | 'too-many';

const STATUSES: Readonly<Record<RefusalReason | HttpRefusal, number>> = {
  empty: 400,
  'text-too-long': 413,
  'words-too-long': 413,
  'bad-limit': 400,
  'bad-code': 400,
  'no-code': 404,
  'no-procedure': 404,
  'bad-language': 400,
  'no-question': 400,
  'not-json': 415,
  'broken-json': 400,
  'no-text': 400,
  compressed: 415,
  'broken-off': 400,
  'too-large': 413,
  'no-token': 401,
  'foreign-name': 403,
  'no-endpoint': 404,
  'wrong-method': 405,
  'too-many': 429,
};

const TITLES: Localized<Readonly<Record<number, string>>> = {
  en: {
    400: 'Malformed question',
    401: 'Token needed',
    403: 'Not from here',
    404: 'Not found',
    405: 'Wrong method',
    413: 'Too long',
    415: 'Not readable',
    429: 'Too many questions',
  },
  'zh-CN': {
    400: '请求有误',
    401: '需要令牌',
    403: '不接受此来源',
    404: '未找到',
    405: '方法不对',
    413: '内容过长',
    415: '无法读取',
    429: '请求过多',
  },
};

const DETAILS: Localized<Readonly<Record<HttpRefusal, string>>> = {
  en: {
    'bad-language': 'The language is not one that Hexfix speaks. Use lang=en or lang=zh-CN.',
    'no-question': 'The question is missing. Put it once into the parameter q.',
    'not-json': 'The body is not called JSON. Send it with Content-Type: application/json.',
    'broken-json': 'The body is not JSON in UTF-8. Send an object such as {"text":"0xC004F074"}.',
    'no-text':
      'The body has another shape. It needs "text", a string, and may have "asked", true or false; nothing else.',
    compressed: 'The body is compressed. Send it as it is, without Content-Encoding.',
    'broken-off': 'The body has broken off. Send it again.',
    'too-large': 'The body is too large. Send the part of the text around the error code.',
    'no-token': 'Send a token that the server knows, as Authorization: Bearer <token>.',
    'foreign-name':
      'Without tokens, only programs on this machine are answered, by a name such as localhost or 127.0.0.1.',
    'no-endpoint': 'There is no such address here. /api/v1/openapi.json lists them all.',
    'wrong-method': 'This address takes another method; the header Allow names it.',
    'too-many': 'There were too many questions in a minute. Ask again after the seconds in Retry-After.',
  },
  'zh-CN': {
    'bad-language': 'Hexfix 不支持这种语言。请使用 lang=en 或 lang=zh-CN。',
    'no-question': '缺少问题。请用参数 q 传入一次。',
    'not-json': '请求正文未标明是 JSON。请使用 Content-Type: application/json 发送。',
    'broken-json': '请求正文不是 UTF-8 编码的 JSON。请发送对象，例如 {"text":"0xC004F074"}。',
    'no-text': '请求正文的结构不对。需要字符串 "text"，可以加上 "asked"（true 或 false），不能有其他内容。',
    compressed: '请求正文经过压缩。请直接发送，不要使用 Content-Encoding。',
    'broken-off': '请求正文不完整。请重新发送。',
    'too-large': '请求正文过大。请只发送错误代码前后的部分。',
    'no-token': '请用 Authorization: Bearer <token> 发送服务器认可的令牌。',
    'foreign-name': '没有设置令牌时，只回答本机程序的请求，并且须使用 localhost 或 127.0.0.1 这样的名称访问。',
    'no-endpoint': '这里没有这个地址。/api/v1/openapi.json 列出了全部地址。',
    'wrong-method': '此地址使用另一种方法，见响应头 Allow。',
    'too-many': '一分钟内的请求过多。请在 Retry-After 所示的秒数之后再试。',
  },
};

/** The response for a refusal of ours. */
export function refuse(reason: HttpRefusal, locale: Locale, headers: RawResponse['headers'] = {}): RawResponse {
  return respond(reason, DETAILS[locale][reason], locale, headers);
}

/** The response for a question that the lookups refuse. */
export function refuseQuestion(refusal: Refusal, locale: Locale): RawResponse {
  const { nearest = [] } = refusal;
  const more = nearest.length === 0 ? {} : { nearest: [...nearest] };
  return respond(refusal.refusal, tellRefusal(refusal, locale), locale, {}, more);
}

function respond(
  reason: RefusalReason | HttpRefusal,
  detail: string,
  locale: Locale,
  headers: RawResponse['headers'],
  more: Pick<Problem, 'nearest'> = {},
): RawResponse {
  const status = STATUSES[reason];
  const problem: Problem = {
    type: `urn:hexfix:problem:${reason}`,
    title: TITLES[locale][status] ?? '',
    status,
    detail,
    ...more,
  };
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': locale, ...headers },
    body: JSON.stringify(problem),
  };
}
