import { doorContract } from './door-contract';
import { startRealTeams } from './teams/real';

doorContract('Microsoft Teams', startRealTeams);
