import { describeEveryView } from './every-view';

describeEveryView('zh-CN', 'Slack');
