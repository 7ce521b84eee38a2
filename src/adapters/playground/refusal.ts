/** A request turned away: a status for the program that asked, a sentence for the person behind it. */

import { jsonResponse, type RawResponse } from '../../ops/http';
import { REFUSALS, type RefusalReason } from './sentences';

const STATUSES: Readonly<Record<RefusalReason, number>> = {
  stranger: 403,
  foreignPage: 403,
  notJson: 415,
  malformed: 400,
  gone: 404,
  notMember: 403,
  empty: 400,
  tooLong: 400,
};

/** The response for a refusal, as `{ "error": { "en": …, "zh-CN": … } }`. */
export function refuse(reason: RefusalReason): RawResponse {
  return jsonResponse(STATUSES[reason], { error: REFUSALS[reason] });
}
