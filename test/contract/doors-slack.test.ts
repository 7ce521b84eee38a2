/** The doors of the Slack adapter, with the real Bolt and the real bot on loopback. */

import { startSlack } from '../fixtures/slack/driver';
import { doorContract } from './door-contract';

doorContract('slack', startSlack);
