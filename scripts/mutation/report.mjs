/** What Stryker's report says. @see https://stryker-mutator.io/docs/mutation-testing-elements/mutant-states-and-metrics */

/** A fault was found when a test failed, or did not end. What could not run at all counts nowhere. */
const FOUND = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

/** The score of a report, and a line for each fault that no test has found. */
export function readReport({ files }) {
  const faults = Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants.map((mutant) => ({ ...mutant, file, line: lines[mutant.location.start.line - 1] }));
  });
  const found = faults.filter(({ status }) => FOUND.has(status)).length;
  const missed = faults.filter(({ status }) => MISSED.has(status));
  return { score: scoreOf(found, missed.length), survivors: missed.map(describeSurvivor) };
}

/** The score of several rooms together. */
export function addScores(scores) {
  const sum = (part) => scores.reduce((total, score) => total + score[part], 0);
  return scoreOf(sum('found'), sum('missed'));
}

export function describeScore({ percent, found, missed }) {
  return `${percent.toFixed(1)} % (${found} of ${found + missed} faults found)`;
}

function scoreOf(found, missed) {
  const all = found + missed;
  return { found, missed, percent: all === 0 ? 0 : (100 * found) / all };
}

function describeSurvivor({ file, location, mutatorName, replacement, line, status }) {
  const untouched = status === 'NoCoverage' ? ', no test passes here' : '';
  return `${file}:${location.start.line}:${location.start.column} ${mutatorName}${untouched}: ${line.trim()} → ${replacement}`;
}
