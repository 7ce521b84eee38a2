import { describeEveryView } from './every-view';

describeEveryView('en', 'Teams');
