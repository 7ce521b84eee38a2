/** The words for what one person asks for, in Simplified Chinese. */

import type { PersonalLabels } from './labels';

export const zhCN: PersonalLabels = {
  buttons: {
    ask: '提问',
    cases: '我的问题',
    home: '主页',
    settings: '设置',
    listenHere: '在这里主动解答错误代码',
    mentionHere: '仅在被 @ 时回答',
    muteHour: '静音 1 小时',
    muteDay: '静音 24 小时',
    mute: '静音，直到我取消',
    unmute: '取消静音',
  },

  home: {
    title: 'Hexfix',
    text: '把 Windows 错误代码或完整的报错消息粘贴到与我的聊天中，即可得到它的含义、可能的原因和解决方法。',
    openCases: '未解决的问题',
    noOpenCases: '你没有未解决的问题。',
  },

  search: { label: '搜索错误代码', hint: '输入错误代码、符号名或几个关键词' },

  cases: {
    title: '我的问题',
    heading: '最近的在前',
    earlier: '更早',
    none: '你还没有问过任何错误代码，或者时间已久，记录已删除。',
    noCode: '没有错误代码',
    kept: (days) => `最后一次点击按钮 ${days} 天后，问题记录会被删除。`,
    states: {
      open: '未解决',
      waiting: '等待服务台认领',
      claimed: '服务台正在处理',
      closed: '已由服务台关闭',
      solved: '已解决',
    },
    since: (state) => `${state}，提问时间：{when}`,
  },

  ask: {
    title: '向 Hexfix 提问',
    submit: '提问',
    cancel: '取消',
    question: 'Windows 显示了什么？',
    hint: '请粘贴错误代码或完整的报错消息，或者说明什么操作在什么时候失败。',
    privacy: '这里的文本不会保存。请勿填写产品密钥，解答问题不需要密钥。',
    empty: '请粘贴错误代码或报错消息，或者描述遇到的问题。',
    tooLong: (longest, length) => `最多 ${longest} 个字符，目前有 ${length} 个，请只保留报错附近的部分。`,
    sent: {
      title: '已私下回答',
      text: '答案正在发往你与 Hexfix 的私聊。如果没有收到，请直接给 Hexfix 发消息。',
    },
  },

  commands: {
    title: '没有这个命令',
    nearest: (word) => `你要找的是“${word}”吗？`,
    heading: '可以发送的内容',
    list: [
      '错误代码、报错消息或遇到的问题：得到解答',
      '“设置”：查看对你、对这个频道和对所有人的设置',
      '“静音 1 小时”、“静音 24 小时”、“静音”：不再主动解答你发的消息；“取消静音”可以恢复',
      '“我的问题”：你问过的错误代码和目前的状态',
      '“主页”：以上内容都在一页上',
      '“报告”：最近 30 天的错误代码',
      '“帮助”：我能做什么',
    ],
    forYouAlone: { title: '仅你可见', text: '这里其他人也能看到。请点击按钮，显示的内容只有你能看到。' },
  },

  mute: {
    until: {
      title: '已静音',
      text: '在此时间之前，我不会主动解答你在频道中发的消息：{when}。你 @ 我或私聊我时，我仍会回答。',
    },
    forGood: {
      title: '已静音',
      text: '从现在起，我不会主动解答你在频道中发的消息，直到你发送“取消静音”。你 @ 我或私聊我时，我仍会回答。',
    },
    off: {
      title: '已取消静音',
      text: '你发的消息与其他人的一样处理：在允许我主动解答的频道中，我会解答其中的错误代码。',
    },
  },
  place: {
    listening: {
      title: '已开启主动解答',
      text: '从现在起，我会在这个频道的线程中解答可以确定的错误代码。如需关闭，请 @ 我并发送“设置”；只想让我不理会你自己的消息，请发送“静音”。',
    },
    mentionOnly: {
      title: '仅在被 @ 时回答',
      text: '从现在起，我在这个频道中只在有人 @ 我时回答。如需更改，请 @ 我并发送“设置”。',
    },
    noChannel: {
      title: '这里不是频道',
      text: '这个按钮只对频道或群聊有效，而这里不是。请在相应的频道中 @ 我并发送“设置”。',
    },
  },

  source: {
    date: '日期',
    codes: 'Hexfix 依据此页面解答的错误代码',
    more: (count) => `另有 ${count} 个`,
  },

  feedback: {
    helpful: '有帮助',
    unhelpful: '没有帮助',
    thanks: { title: '感谢反馈', text: '很高兴能帮上忙。只统计错误代码、步骤和你的评价，不记录姓名。' },
    sorry: {
      title: '感谢反馈',
      text: '已记下：只统计错误代码、步骤和你的评价，不记录姓名。也许还有其他办法可以尝试。',
    },
    counted: '对答案的评价',
    counts: (helpful, unhelpful) => `有帮助 ${helpful} 次，没有帮助 ${unhelpful} 次`,
  },

  welcome: {
    listen: '在这个频道中，我只在被 @ 时回答。要不要让我主动解答这里可以确定的错误代码？除来宾外，任何成员都可以决定。',
    silence: '如需让我安静，请 @ 我并发送“设置”，关闭这个频道；或者发送“静音”，只让我不理会你自己的消息。',
  },

  prompts: [
    { title: 'Windows 无法激活：0xC004F074', message: '0xC004F074 是什么意思，怎么解决？' },
    { title: '更新失败：0x800F0922', message: 'Windows 更新失败，错误代码 0x800F0922' },
    { title: 'KMS 计数不足', message: 'KMS 计数不足，只有 12 台机器' },
    { title: '睡眠唤醒后蓝屏', message: '笔记本电脑从睡眠中唤醒时蓝屏' },
  ],
};
