/** The Slack adapter, with the real Bolt and the real bot on loopback. */

import { startSlack } from '../fixtures/slack/driver';
import { adapterContract } from './adapter-contract';

adapterContract('slack', startSlack);
