/** The words for answers to one person alone, in Simplified Chinese. */

import type { MannersLabels } from './labels';

export const zhCN: MannersLabels = {
  privateNote: '这是对你在频道中所发消息的回复，仅你可见。',

  answeredAlone: {
    sent: '已私下回复',
    refused: {
      title: '私下回复未能送达',
      text: '此处的回复会私下发送，但平台不允许我给对方发消息。请添加 Hexfix 应用，或打开与它的聊天，然后把错误发到那里。',
    },
    unknown: {
      title: '私下回复可能没有送达',
      text: '无法确认对这条消息的私下回复是否已送达。如果在你与 Hexfix 的聊天中没有看到，请把错误发到那里。',
    },
  },

  share: {
    button: '分享到频道',
    posting: {
      title: '正在分享到频道',
      text: '我正在把这个答案发到频道，频道中的所有人都能看到。它单独处理，你在这里的操作不会影响它。',
    },
    already: {
      title: '已经分享过',
      text: '你之前已把这个答案分享到频道，因此不会再次发送。',
    },
    refused: {
      title: '未分享',
      off: '该频道已关闭 Hexfix，因此不会在那里发送任何内容。频道成员可以在设置中重新开启。',
      private: '该频道设置为私下回复，因此不会在那里发送任何内容。频道成员可以在设置中更改。',
      nowhere: '这个答案不是来自某个频道，因此没有可以分享的地方。',
    },
    by: '由 {who} 分享。',
    notDelivered: (share) => ({
      title: '未能分享到频道',
      text: `平台不允许我在那里发消息，很可能是因为 Hexfix 不在该频道中。请先添加它（在 Slack 的该频道中发送 \`/invite @Hexfix\`），然后再次点击“${share}”。`,
    }),
  },

  switchedOff: {
    title: '该频道已关闭 Hexfix',
    text: '你在一个已关闭 Hexfix 的频道中提到了我，因此我不会在那里回复。请在与我的聊天中提问；在 Slack 中，也可以使用 `/hexfix` 加上错误内容。频道成员可以在设置中重新开启。',
  },
};
