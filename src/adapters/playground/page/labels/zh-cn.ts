/** The page's words in Simplified Chinese. */

import type { Labels } from './labels';

export const zhCN: Labels = {
  you: '你',
  app: '应用',
  replies: '1 条回复',
  copy: '复制',
  copied: '已复制',
  notCopied: '浏览器不允许复制。请选中命令，用键盘复制。',
  waiting: 'Hexfix 正在查找……',
  silent: 'Hexfix 保持沉默',
  problem: '没有成功',
  mention: '@Hexfix',
  answered: (title) => `回复：${title}`,
  exchangeName: (time) => `${time} 的消息及其回复`,
  panelName: (platform) => `${platform} 中的样子`,
};
