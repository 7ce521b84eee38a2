const SOURCE = 'one();\n  if (isOld) two();\n';

function mutant(status: string, line = 2) {
  return {
    status,
    mutatorName: 'ConditionalExpression',
    replacement: 'true',
    location: { start: { line, column: 7 } },
  };
}

function read(...statuses: string[]) {
  return import('../../../scripts/mutation/report.mjs').then(({ readReport }) =>
    readReport({ files: { 'src/a.ts': { source: SOURCE, mutants: statuses.map((status) => mutant(status)) } } }),
  );
}

test('faults count as found when a test fails or does not end, and not at all when they cannot run', async () => {
  const { score } = await read(
    'Killed',
    'Timeout',
    'Survived',
    'NoCoverage',
    'CompileError',
    'RuntimeError',
    'Ignored',
  );
  expect(score).toEqual({ found: 2, missed: 2, percent: 50 });
});

test('names each fault that was not found by its line, and says where no test comes by', async () => {
  const { survivors } = await read('Killed', 'Survived', 'NoCoverage');
  expect(survivors).toEqual([
    'src/a.ts:2:7 ConditionalExpression: if (isOld) two(); → true',
    'src/a.ts:2:7 ConditionalExpression, no test passes here: if (isOld) two(); → true',
  ]);
});

test('rooms count by their faults, not one as much as the other', async () => {
  const { addScores } = await import('../../../scripts/mutation/report.mjs');
  const small = { found: 1, missed: 1, percent: 50 };
  const large = { found: 97, missed: 1, percent: 98.97 };
  expect(addScores([small, large])).toEqual({ found: 98, missed: 2, percent: 98 });
  expect(addScores([])).toEqual({ found: 0, missed: 0, percent: 0 });
});
