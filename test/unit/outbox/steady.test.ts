/** `npm run test:paces` sends 5,000, and takes another seed with `-- --seed N`. */

import { newSeed } from '../../faults/random';
import { sendSteadily } from './steady';

const SENDS = Number(process.env.PACES_SENDS ?? 150);
const SEED = Number(process.env.PACES_SEED ?? newSeed());

it(`keeps ${SENDS} sends within every window of Teams (seed ${SEED})`, async () => {
  const { tooFast, posts, doubles, tookMs } = await sendSteadily(SENDS, SEED);
  if (process.env.PACES_SENDS !== undefined) {
    const minutes = (tookMs / 60_000).toFixed(1);
    process.stdout.write(
      `A7  seed ${SEED}  sends ${SENDS}  429 ${tooFast}  lost ${SENDS - posts}  double ${doubles}  in ${minutes} min of the test's clock\n`,
    );
  }
  expect({ tooFast, posts, doubles }).toEqual({ tooFast: 0, posts: SENDS, doubles: 0 });
}, 600_000);
