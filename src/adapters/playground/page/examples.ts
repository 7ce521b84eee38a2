/** Messages to try with one click: what people really paste, one of each kind. */

import type { Localized } from './locale';

export interface Example {
  readonly id: string;
  readonly label: Localized;
  /** Pasted as it is in every language: the paste itself is the example. */
  readonly text: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    id: 'slmgr',
    label: { en: 'slmgr, in Chinese', 'zh-CN': 'slmgr 的中文输出' },
    text: '运行 slmgr /ato 后提示：\n\n错误: 0xC004F074 软件授权服务报告无法激活该计算机。无法联系任何密钥管理服务(KMS)。有关详细信息，请查看应用程序事件日志。',
  },
  {
    id: 'two-codes',
    label: { en: 'Two codes', 'zh-CN': '两个代码' },
    text: 'Activation keeps failing on our new laptops.\n\nError: 0xC004F074 The Software Licensing Service reported that the computer could not be activated.\nThe event log also says: hr=0x8007232B, DNS name does not exist.',
  },
  {
    id: 'decimal',
    label: { en: 'Decimal', 'zh-CN': '十进制' },
    text: 'The deployment script stopped while activating Windows, exit code -1073418184. What does that mean?',
  },
  {
    id: 'slip',
    label: { en: 'Typing slip', 'zh-CN': '打错的代码' },
    text: 'A colleague typed this from a photo: OxC004F074',
  },
  {
    id: 'general',
    label: { en: 'General code', 'zh-CN': '通用代码' },
    text: '0x80070005',
  },
  {
    id: 'unknown',
    label: { en: 'Unknown code', 'zh-CN': '未收录的代码' },
    text: 'Windows Update says 0x8024D003 since this morning',
  },
];
