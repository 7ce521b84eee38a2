/** The words for files, in Simplified Chinese. */

import type { FileLabels } from './labels';

export const zhCN: FileLabels = {
  'too-large': '文件合计超过 1 MB 时，超出的文件不会被读取。请只上传报错附近的部分，或者直接粘贴。',
  'too-many': '只读取了前三个文件。请减少文件数量，或者粘贴关键的内容。',
  'not-text': '有文件没有读取：不论文件名如何，它的内容不是纯文本。请另存为 .txt 文件，或者直接粘贴文本。',
  'not-permitted':
    '有文件没有读取：Slack 不允许 Hexfix 打开这里的文件。请让管理这个应用的同事添加权限 `files:read` 并重新安装应用。在此之前，请直接粘贴文本。',
  'not-handed-over':
    '发在这里的文件不会传给 Hexfix：Teams 只在与它的个人聊天中提供文件。请把文本粘贴到这里，或者在个人聊天中发送文件。',
  'nothing-found': '已读取所附文本，但其中没有可以确定的错误代码，也没有 Hexfix 认识的命令输出。请粘贴报错附近的几行。',
  'not-loaded': '有文件没有下载成功，因此没有读取。请重新发送，或者直接粘贴文本。',
};
