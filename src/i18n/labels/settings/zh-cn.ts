/** The words for settings, in Simplified Chinese. */

import type { SettingsLabels } from './labels';

export const zhCN: SettingsLabels = {
  title: '设置',
  headings: { person: '对你', channel: '在这个频道', tenant: '在整个组织' },
  change: { person: '我的设置', channel: '这个频道的设置', tenant: '所有人的设置' },
  formTitles: { person: '我的设置', channel: '这个频道的设置', tenant: '所有人的设置' },
  save: '保存',
  cancel: '取消',

  fields: {
    language: { person: '回答你时使用的语言', channel: '在这个频道中回答的语言', tenant: '无法判断语言时使用' },
    mode: '何时回答',
    privacy: { person: '频道中给你的答案', channel: '答案发到哪里', tenant: '答案发到哪里' },
    marks: '在已回答的消息上做标记',
    cooldown: '再次主动解答同一代码的间隔',
    ignore: '以此标记开头的消息不处理',
    triage: '服务台的频道',
    routes: '部分类别转到其他频道',
    mute: '主动解答你发的消息',
  },
  hints: {
    cooldown: (now) => `填写分钟数，0 表示不间隔。留空时：${now}。`,
    ignore: (now) => `例如 !nofix，不能有空格；填写 off 表示不使用标记。留空时：${now}。`,
    triage: (now) => `协助请求发到这里。在 Teams 中请粘贴频道的链接。留空时：${now}。`,
    routes: (now) =>
      `每行一条：类别、冒号、频道的 ID 或链接，例如 activation, update: C0123456789。填写 off 表示不分流。留空时：${now}。`,
  },

  languages: { en: 'English', 'zh-CN': '中文' },
  modes: { off: '从不', mention: '仅在被 @ 时', listen: '被 @ 时，以及看到可以确定的错误代码时' },
  privacies: { thread: '发到线程中', private: '只发给提问者本人' },
  switches: { on: '开', off: '关' },
  mutes: {
    off: '按频道的设置',
    '1h': '1 小时内不主动解答',
    '24h': '24 小时内不主动解答',
    on: '不主动解答，直到另行更改',
    until: '不主动解答，直到',
    keep: (until) => `不主动解答，直到 ${until}（保持不变）`,
  },
  minutes: (count) => `${count} 分钟`,
  none: '无',

  asAbove: {
    person: (now) => `按所在的频道（目前：${now}）`,
    channel: (now) => `与组织相同（目前：${now}）`,
    tenant: (now) => `默认（目前：${now}）`,
  },
  automatic: (otherwise) => `根据文字判断，否则用 ${otherwise}`,
  inherited: { person: '按所在的频道', channel: '与组织相同', tenant: '默认' },

  cannotListen:
    'Hexfix 在这里只能在被 @ 时回答：安装的是仅响应 @ 的应用包，或者它无权读取这个频道。管理员可以安装支持主动解答的应用包；在 Slack 中还需要邀请 Hexfix 加入频道。',
  listenNeeds: '只有安装了支持主动解答的应用包，Hexfix 才能在没有被 @ 时回答。',
  saved: {
    title: '已保存',
    person: '从现在起，以下设置在所有地方对你生效：',
    channel: '从现在起，以下设置在这个频道生效：',
    tenant: '从现在起，以下设置在整个组织生效，频道或个人另有设置的除外：',
  },

  refused: {
    channel: {
      title: '来宾无法更改',
      text: '没有任何改动：来宾不能设置 Hexfix 在频道中的行为。请联系频道的成员，或者管理 Hexfix 的同事：在终端中运行 `hexfix settings` 效果相同。',
    },
    tenant: {
      title: '仅供管理员使用',
      text: '没有任何改动：只有管理员可以更改整个组织的设置。请联系管理员，或者管理 Hexfix 的同事：在终端中运行 `hexfix settings` 效果相同。',
    },
  },
  errors: {
    'not-a-choice': '请从列表中选择一项。',
    'not-minutes': (most) => `请填写 0 到 ${most} 的整数，或者留空。`,
    'not-a-mark': (longest) => `最多 ${longest} 个字符，不能有空格，也可以留空。`,
    'not-a-channel': '这不是频道。请选择一个频道，或者粘贴频道的链接。',
    'not-a-route': '请每行填写一条：类别、冒号、频道的 ID 或链接。',
    'not-a-family': (families) => `类别请使用以下名称：${families}。`,
    'too-many-routes': (most) => `最多 ${most} 条。请把发往同一频道的类别写在一行。`,
  },
};
