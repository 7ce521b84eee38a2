/**
 * What guards, and the tests that are to find a fault there. Tests that take long or start processes are left out, as each
 * fault runs them anew: what they would find besides can only make a score higher.
 */
module.exports = {
  gate: {
    files: [
      'src/adapters/slack/gate.ts',
      'src/adapters/slack/signature.ts',
      'src/adapters/teams/gate.ts',
      'src/adapters/teams/service-url.ts',
      'src/server/raw-request.ts',
      'src/server/read-body.ts',
    ],
    tests: [
      'test/unit/adapters/slack/{gate,signature}.test.ts',
      'test/unit/adapters/teams/{gate,service-url,tokens}.test.ts',
      'test/unit/server/*.test.ts',
    ],
  },
  intake: {
    files: [
      'src/intake.ts',
      'src/cases/policy.ts',
      'src/adapters/{slack,teams}/limit-intake.ts',
      'src/limits/{inbound-limit,token-buckets}.ts',
    ],
    tests: [
      'test/unit/intake.test.ts',
      'test/unit/cases/policy.test.ts',
      'test/unit/adapters/{slack,teams}/limit-intake.test.ts',
      'test/unit/limits/{inbound-limit,token-buckets}.test.ts',
    ],
  },
  outbox: {
    files: ['src/outbox/*.ts', '!src/outbox/outgoing.ts'],
    tests: [
      'test/unit/outbox/{ask-together,close,fairness,interrupted,jobs,line,pauses,posts}.test.ts',
      'test/unit/outbox/{record,repeat,rest,retry,send,tries,turns,worker}.test.ts',
    ],
  },
  'outbox in the store': {
    files: ['src/store/{claim-effects,queue-effects,finish-effect,outbox,outbox-desk,in-passing,turns,deliveries}.ts'],
    tests: ['test/unit/store/{memory-outbox,outbox-model,outbox-plan,sqlite-driver,turns}.test.ts'],
  },
  redaction: {
    files: [
      'src/evidence/{redact,find-ids,find-keys,key-run,key-row,key-groups,key-parts,key-characters,key-trace}.ts',
    ],
    tests: ['test/unit/evidence/{redact,key-run,key-trace}*.test.ts'],
  },
  tokens: {
    files: [
      'src/adapters/teams/{tokens,access-token,signing-keys}.ts',
      'src/adapters/slack/installations/{seal,renewal,rotate-keys}.ts',
      'src/api/http/tokens.ts',
    ],
    tests: [
      'test/unit/adapters/teams/{tokens,access-token,signing-keys}.test.ts',
      'test/unit/adapters/slack/installations/*.test.ts',
      'test/unit/api/http/guard.test.ts',
    ],
  },
  escaping: {
    files: ['src/render/{adaptive-card,block-kit}/escape.ts'],
    tests: ['test/unit/render/**/{escape,https-link,hostile}.test.ts'],
  },
};
