/** Every procedure on Microsoft Teams; see `walk-contract`. */

import { startRealTeams } from './teams/real';
import { walkContract } from './walk-contract';

walkContract('Microsoft Teams', { start: startRealTeams, person: 'Ana Lee', tellings: 3, locale: 'en', from: 0 });
