/** The page's words in Simplified Chinese. */

import type { Labels } from './labels';

export const zhCN: Labels = {
  personas: { you: '小林（你）', colleague: '小陈（同事）', agent: '小周（IT 支持）' },
  initials: { you: '林', colleague: '陈', agent: '周' },
  conversations: {
    channel: '频道',
    triage: 'IT 支持频道',
    'chat-you': '与你的私聊',
    'chat-colleague': '与同事的私聊',
    'chat-agent': '与 IT 支持人员的私聊',
  },
  membersOnly: {
    you: '这个私聊只有你能看到。',
    colleague: '这个私聊只有同事能看到。',
    agent: '这里只有 IT 支持人员能看到。',
  },
  actAs: { you: '切换为你自己', colleague: '切换为同事', agent: '切换为 IT 支持人员' },
  visibleTo: { you: '仅你可见', colleague: '仅同事可见', agent: '仅 IT 支持人员可见' },
  nothingSaid: '这里还没有消息。',
  nothingHandedOver: '暂时没有要处理的事。有人点击“请求人工协助”后，会显示在这里。',
  app: '应用',
  replies: (count) => `${count} 条回复`,
  attached: (name) => `文件：${name}`,
  detached: '已移除文件。',
  unreadableFile: '浏览器无法读取这个文件。请重新选择。',
  copy: '复制',
  copied: '已复制',
  notCopied: '浏览器不允许复制。请选中命令，用键盘复制。',
  silent: 'Hexfix 保持沉默',
  marks: { seen: '👀 Hexfix 已看到', solved: '✅ 已解决', 'handed-over': '❗ 已转交' },
  problem: '没有成功',
  mention: '@Hexfix',
  optional: '（可选）',
  change: (conversation, title) => `${conversation}：${title}。`,
  changes: (count) => `${count} 条消息有变化。`,
  threadName: (time) => `${time} 的消息及其后续`,
  panelName: (conversation, platform) => `${conversation}，${platform} 中的样子`,
};
