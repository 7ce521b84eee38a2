/** The bot's labels in Simplified Chinese. */

import type { Labels } from './labels';

export const zhCN: Labels = {
  colon: '：',
  separator: ' · ',
  listComma: '、',
  aside: (text) => `（${text}）`,
  otherLanguage: 'English',

  message: { windows: 'Windows 显示的消息', documentation: '微软文档中的消息' },
  symbol: '符号名',
  appliesTo: '激活方法',
  methods: { mak: 'MAK', 'kms-client': 'KMS 客户端', 'kms-host': 'KMS 主机' },
  causes: '可能的原因',
  allSteps: '全部步骤',
  stepOf: (number, total) => `解决方法：第 ${number} 步，共 ${total} 步`,
  onlyFor: (methods) => `仅限${methods.startsWith('MAK') || methods.startsWith('KMS') ? ' ' : ''}${methods}`,
  places: {
    client: '在出现错误的计算机上',
    'kms-host': '在 KMS 主机上',
    'dns-server': '在 DNS 服务器上',
    'admin-center': '在管理中心',
    phone: '通过电话',
  },
  shells: {
    cmd: { user: '使用命令提示符', admin: '以管理员身份运行命令提示符' },
    powershell: { user: '使用 PowerShell', admin: '以管理员身份运行 PowerShell' },
  },
  adminRights: '需要管理员权限',
  likely: '可能',
  destructive: '此操作无法撤销。请先备份，并阅读警告。',
  note: '提示',
  warning: '警告',
  good: '已完成',
  sources: '来源',
  retired: '此条目已停用。',

  buttons: {
    next: '下一步',
    previous: '上一步',
    worked: '已解决',
    allSteps: '显示全部步骤',
    stepByStep: '逐步查看',
    source: '打开来源',
    again: '重新显示答案',
    help: '你能做什么？',
    activation: '是，正在激活',
    notActivation: '不是，其他情况',
    showCode: (code) => `查看 ${code}`,
    yesCode: (code) => `是 ${code}`,
    searchDocs: '在 Microsoft Learn 中搜索',
  },

  several: {
    alsoInMessage: '消息中的其他代码',
    collective: (lead, collective) => `先看 ${lead}：\`${collective}\` 只说明激活失败，${lead} 更可能指出原因。`,
    state: (lead, state) => `先看 ${lead}：\`${state}\` 描述的是计算机当前的状态，${lead} 更可能指出原因。`,
    order: (lead) => `先处理 ${lead}，再看其他代码。`,
    noEntry: '暂无条目',
  },

  guess: {
    title: (code) => `你要找的是 ${code} 吗？`,
    text: (written, code) => `\`${written}\` 不是完整的错误代码，以下只是猜测：最接近的已知代码是 \`${code}\`。`,
    compare: '执行任何步骤之前，请先与屏幕上显示的代码核对。',
  },

  general: {
    text: 'Windows 的许多组件都会报告这个代码，仅凭它无法判断哪里出了问题。',
    question: '它是在激活 Windows 或 Office 时出现的吗？',
    elsewhereTitle: '与激活无关时',
    elsewhere: '我对这个代码的了解主要来自激活场景。在其他场景中，它的含义仅限于消息本身，原因取决于显示它的程序。',
    tell: '要进一步排查，请记下显示它的程序、出错前的操作，以及旁边的其他代码，然后把完整的消息粘贴到这里。',
  },

  unknown: {
    title: '暂无条目，但可以解读',
    titleIn: (component) => `${component}（可能）`,
    text: '我还没有针对这个代码的解决方法。以下是从数值本身读出的信息。',
    component: '出自哪里',
    readings: '如何解读',
    fields: '字段',
    severity: '严重性',
    severities: { failure: '失败', warning: '警告', information: '信息', success: '成功' },
    facility: 'Facility（设施代码）',
    facilityValue: (number, names) => (names === '' ? `${number}（没有公开的名称）` : `${number}（${names}）`),
    lowWord: '设施内的代码',
    decimal: '十进制',
    decimalValue: (signed, unsigned) => (signed === unsigned ? `${unsigned}` : `${signed} 或 ${unsigned}`),
    next: '请粘贴完整的消息，包括代码前后的几行：旁边的另一个代码往往能说明原因。',
  },

  worked: {
    title: '已解决',
    text: '很高兴问题已解决。如果错误再次出现，请重新粘贴，我会从第一步开始回答。',
  },
  freshStart: {
    title: '重新开始',
    text: '这个按钮所在的卡片我已无法识别，可能是旧卡片。不会丢失任何内容：请重新粘贴错误代码，我会再次回答。',
  },
  help: {
    title: 'Hexfix 帮你看懂 Windows 错误代码',
    text: '粘贴错误代码或完整的消息，即可得到它的含义、可能的原因和解决方法，一步一步来。',
    examples: '例如',
    exampleCode: '`0xC004F074`，带不带 `0x` 都可以',
    exampleDecimal: '`-1073418124`，脚本和日志中常见的写法',
    examplePaste: '`slmgr /ato` 输出的全部内容',
    privacy: '我只查找错误代码，不保存消息文本；产品密钥会在其他处理之前被隐藏，但仍请不要发送密钥。',
  },
  welcome: { title: '你好，我是 Hexfix', addedBy: (name) => `${name}，感谢你添加我。` },
};
