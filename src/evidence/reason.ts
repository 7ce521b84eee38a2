/** Why a license has its status. */

import type { ErrorCode } from '../code/error-code';
import type { LicenseFacts } from './facts';
import { isFailure, isZero } from './values';

/** The facts that a reason makes: none for zero, and marked where it is no fault. */
export function describeReason(
  code: ErrorCode | undefined,
  isSaidToBeInformation = false,
): Pick<LicenseFacts, 'reason' | 'isInformation'> {
  if (code === undefined || isZero(code)) return {};
  return isSaidToBeInformation || !isFailure(code) ? { reason: code, isInformation: true } : { reason: code };
}
