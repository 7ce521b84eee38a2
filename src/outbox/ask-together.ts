/** One question to the store for all who ask at about the same time: who comes while it is being asked goes with the next. */

interface Asker<Question, Answer> {
  readonly question: Question;
  readonly tell: (answer: Answer) => void;
  readonly fail: (reason: unknown) => void;
}

/** `askAll` gives the answers in the order of the questions. */
export function createAskTogether<Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  let waiting: Asker<Question, Answer>[] = [];
  let isAsking = false;

  async function askForAll(): Promise<void> {
    isAsking = true;
    // Who asks in the same breath goes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const askers = waiting;
      waiting = [];
      await askFor(askers);
    }
    isAsking = false;
  }

  async function askFor(askers: readonly Asker<Question, Answer>[]): Promise<void> {
    try {
      const answers = await askAll(askers.map(({ question }) => question));
      for (const [index, { tell, fail }] of askers.entries()) {
        const answer = answers[index];
        if (answer === undefined) fail(new Error('a question was left without an answer'));
        else tell(answer);
      }
    } catch (error) {
      for (const { fail } of askers) fail(error);
    }
  }

  return (question) =>
    new Promise((tell, fail) => {
      waiting.push({ question, tell, fail });
      if (!isAsking) void askForAll();
    });
}
