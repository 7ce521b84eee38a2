/** Every procedure on Slack; see `walk-contract`. */

import { startSlack } from '../fixtures/slack/driver';
import { walkContract } from './walk-contract';

walkContract('Slack', { start: startSlack, person: 'Ana', tellings: 2, locale: 'zh-CN', from: 1 });
