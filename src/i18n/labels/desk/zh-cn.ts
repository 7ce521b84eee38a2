/** The words of the hand-off in Simplified Chinese. Names and times stand between marks: they may be Latin or Chinese. */

import type { DeskLabels } from './labels';

export const zhCN: DeskLabels = {
  somebody: '某人',

  tried: {
    heading: '已尝试的步骤',
    earlier: (count) => `此前另有 ${count} 步，此处未列出`,
    none: '没有标记为已尝试的步骤。',
  },

  standing: {
    waiting: { label: '等待协助', text: '请求人：{who}，时间：{when}。服务台尚未认领。' },
    claimed: { label: '正在处理', text: '处理人：{who}，开始时间：{when}。' },
    closed: (getHelp) => ({
      label: '请求已关闭',
      text: `关闭人：{who}，时间：{when}。如果错误仍然存在，请再次点击“${getHelp}”。`,
    }),
    solved: { label: '已解决', text: '确认人：{who}，时间：{when}。' },
    unknown: (getHelp) => `无法确认这个请求是否已送达服务台。请再次点击“${getHelp}”，重新发送一次。`,
    refused: (getHelp) => `这个请求未能送达服务台。请再次点击“${getHelp}”；如果仍然失败，请自行联系服务台。`,
  },

  triage: {
    state: '状态',
    states: { waiting: '等待认领', claimed: '正在处理', closed: '已关闭', solved: '已关闭（问题已解决）' },
    method: '激活方法',
    otherCodes: '其他代码',
    request: '协助请求',
    asked: '请求人：{who}，时间：{when}',
    claimed: '处理人：{who}，开始时间：{when}',
    closed: '关闭人：{who}，时间：{when}',
    reopened: '重新打开时间：{when}',
    details: '请求人的说明',
    cause: '可能的原因',
    guideEnd: '排查的结论',
    conversation: '打开会话',
    moves: { claim: '认领', assign: '分派…', close: '关闭', reopen: '重新打开' },
  },

  notice: {
    claimed: { title: '请求已被认领', text: '协助请求已被认领，处理人：{who}。' },
    assigned: { title: '请求已分派', text: '协助请求已分派，处理人：{who}，分派人：{by}。' },
    closed: (getHelp) => ({
      title: '请求已关闭',
      text: `协助请求已关闭，关闭人：{who}。如果错误仍然存在，请在答案卡片上再次点击“${getHelp}”。`,
    }),
    reopened: { title: '请求已重新打开', text: '协助请求已重新打开，操作人：{who}。现在等待服务台认领。' },
  },

  handOff: {
    title: '请求人工协助',
    submit: '发送',
    cancel: '取消',
    about: '一并提供的信息',
    needed: '还需要提供',
    method: '激活方法',
    details: '还有什么需要说明？',
    hint: '例如 Windows 版本、何时开始、涉及多少台计算机、slmgr.vbs /dlv 的输出。请勿填写产品密钥。',
    hintElsewhere: '例如显示它的程序、何时开始、涉及多少台计算机、完整的消息。请勿填写产品密钥。',
    privacy: '服务台会看到你在这里填写的内容，内容会随问题记录一起保存，产品密钥会被隐藏。',
    methodError: '请从列表中选择一种激活方法。',
    tooLong: (longest, length) => `最多 ${longest} 个字符，目前有 ${length} 个，请缩短。`,
  },

  assign: {
    title: '分派请求',
    submit: '分派',
    cancel: '取消',
    assignee: '由谁接手？',
    assigneeError: '请选择接手的人。',
    notHere: '此人不在服务台的频道中。请选择频道中的成员，或者先将此人加入频道。',
  },

  asides: {
    movedOn: {
      title: '情况已有变化',
      text: '在你点击之前情况已有变化，这次点击没有生效。卡片显示的是现在的状态；如果仍有需要，请再次点击。',
    },
    copySent: {
      title: '你自己的副本',
      text: '这是同事的问题，我正在通过私聊发给你一份副本。如果没有收到，请在私聊中把错误代码发给我。',
    },
    copyAlreadySent: {
      title: '你自己的副本',
      text: '你之前已经要过这个问题的副本，请查看与我的私聊。如果那里没有，请在私聊中把错误代码发给我。',
    },
    notAllowed: {
      title: '仅供服务台使用',
      text: '这个按钮只能在服务台的频道中使用，因此没有任何改动。请在那里的卡片上点击。',
    },
    helpAlreadyAsked: '已经请求过协助',
    copyNote: '你点击的是同事卡片上的按钮，这是你自己的副本。在这里的操作不会影响同事。',
    expired: (days) =>
      `这张卡片的问题记录已不存在：${days} 天没有操作，记录就会关闭。在这里的操作不会被记住。请重新粘贴错误，开始新的排查。`,
  },

  keyWarning: {
    title: '你的消息里有产品密钥',
    text: '能看到这个会话的人现在都能看到这个密钥，也能用它激活，耗尽激活次数。',
    heading: '现在要做的事',
    steps: [
      '删除这条消息（如果密钥在文件里，文件也要删除）：打开消息的菜单 (⋯)，选择“删除”。只编辑消息去掉密钥，通知和历史记录里仍然会留下它。',
      '重新发送报错信息，不要带密钥；解答问题不需要密钥。',
      '告诉负责许可证的同事。如果同事以外的人也能看到这条消息，请更换密钥：批量密钥由微软的许可激活中心负责更换。',
    ],
    kept: '我没有保存这个密钥：在任何环节读取消息之前，它就已被隐藏。',
    link: '关于产品密钥',
  },

  sheet: {
    title: '交给 IT 支持人员',
    heading: '可复制的文本',
    text: '这里没有接入服务台。请复制以下文本，发给负责维护计算机的同事。',
    context: '纯文本，不含姓名',
    code: '错误代码',
    method: '激活方法',
    noneTried: '暂无',
    edition: 'Windows 版本',
    sinceWhen: '何时开始',
    howMany: '涉及多少台计算机',
    output: 'slmgr.vbs /dlv 的输出',
    add: '发送前请补全空白的几行：`slmgr.vbs /dlv` 会显示版本等信息。请勿附上产品密钥。',
    program: '显示它的程序',
    addElsewhere: '发送前请补全空白的几行。请勿附上产品密钥。',
  },

  digest: {
    title: '错误代码每周报告',
    titleOf: (days) => (days === 1 ? '今天的错误代码报告' : `最近 ${days} 天的错误代码报告`),
    answered: '已回答的问题',
    solved: '无需人工即解决',
    solvedValue: (solved, answered, percent) => `${answered} 个中有 ${solved} 个（${percent}%）`,
    tooFew: '数量太少，无法判断',
    handedOver: '转给人工处理',
    codes: '最常见的代码',
    unanswered: '没有条目的代码',
    steps: '最常未能解决问题的步骤',
    times: (count) => `${count} 次`,
    stepCounts: (left, helped) => `未解决 ${left} 次，解决 ${helped} 次`,
    nothing: '没有回答过错误代码。',
    howToRead: (worked) => `只有点击过“${worked}”的问题才算已解决，其余问题的结果无从得知。`,
  },
};
