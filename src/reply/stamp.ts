/** The stamp on a button: the case that it belongs to, and the state of it that the button was made for. */

import type { FollowUp } from './follow-up';
import type { Form } from './form';
import type { Action, Reply, Verdict } from './reply';

export interface Stamp {
  readonly case: string;
  readonly version: number;
}

/** The reply with the stamp on all of its buttons. */
export function stampReply({ verdicts, ...reply }: Reply, stamp: Stamp): Reply {
  const stampVerdict = (verdict: Verdict) => ({ ...verdict, followUp: { ...verdict.followUp, ...stamp } });
  return {
    ...reply,
    actions: reply.actions.map((action) => stampAction(action, stamp)),
    ...(verdicts && {
      verdicts: { helpful: stampVerdict(verdicts.helpful), unhelpful: stampVerdict(verdicts.unhelpful) },
    }),
  };
}

export function stampForm(form: Form, stamp: Stamp): Form {
  return { ...form, token: { ...form.token, ...stamp } };
}

/** What the button says without its stamp, as it is kept with the case. */
export function withoutStamp({ case: _case, version: _version, ...followUp }: FollowUp): FollowUp {
  return followUp;
}

function stampAction(action: Action, stamp: Stamp): Action {
  return action.kind === 'follow-up' ? { ...action, followUp: { ...action.followUp, ...stamp } } : action;
}
