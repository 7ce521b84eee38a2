import { adapterContract } from './adapter-contract';
import { startRealTeams } from './teams/real';

adapterContract('Microsoft Teams', startRealTeams);
