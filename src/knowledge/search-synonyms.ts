/**
 * What people say, beside what entries say. Data only: when a question holds one of `said`, the words of `means` are
 * searched as well, at a lower weight. Extend it when a natural question does not find its code.
 */

export interface Synonym {
  /** Phrases as they may stand in a question, in lower case. */
  readonly said: readonly string[];
  /** What the entries call it, in both languages. */
  readonly means: string;
}

export const SYNONYMS: readonly Synonym[] = [
  {
    said: [
      'clock',
      'out of sync',
      'wrong time',
      'time is off',
      'date is wrong',
      'time skew',
      '时钟',
      '时间不',
      '时间差',
      '对时',
      '校时',
    ],
    means: 'timestamp time clock difference 时间戳 时间 时钟 同步',
  },
  { said: ['timestamp', 'time zone', 'timezone', '时间戳', '时区'], means: 'timestamp utc 时间戳 时间' },
  {
    said: [
      'not enough',
      'too few',
      'only have',
      'count',
      'threshold',
      'minimum',
      '不够',
      '不足',
      '太少',
      '只有',
      '计数',
      '台数',
      '数量',
    ],
    means: 'count insufficient 计数不足',
  },
  { said: ['language pack', 'mui', 'multilingual', '语言包', '多语言'], means: 'language pack mui 语言包' },
  {
    said: [
      'counterfeit',
      'pirated',
      'not genuine',
      "isn't genuine",
      'isnt genuine',
      '盗版',
      '非正版',
      '不是正版',
      '正版',
    ],
    means: 'genuine 正版 非正版',
  },
  {
    said: [
      'administrator',
      'admin rights',
      'privilege',
      'permission',
      'elevated',
      'elevation',
      'uac',
      '管理员',
      '权限',
      '提升',
      '提权',
    ],
    means: 'access denied elevated privileges 拒绝访问 提升 特权',
  },
  {
    said: ['banned', 'blacklisted', 'revoked', 'blocked', '封', '拉黑', '吊销', '被禁', '阻止'],
    means: 'blocked 阻止',
  },
  {
    said: [
      'used too many times',
      'too many times',
      'used up',
      'no activations left',
      'limit',
      'maximum',
      'exceeded',
      '次数',
      '上限',
      '超过',
      '用完',
      '超限',
    ],
    means: 'exceeded limit 超过 限制',
  },
  {
    said: [
      'works on one',
      'works on another',
      'not on another',
      'other pc',
      'other computers',
      '另一台',
      '别的电脑',
      '其他电脑',
    ],
    means: 'exceeded limit edition 超过 限制',
  },
  {
    said: [
      'motherboard',
      'mainboard',
      'hardware',
      'new disk',
      'replaced',
      'swapped',
      '主板',
      '换硬件',
      '硬件',
      '换了硬盘',
    ],
    means: 'hardware id binding tolerance 硬件 绑定 容限',
  },
  {
    said: [
      'phone',
      'telephone',
      'call center',
      'confirmation id',
      'installation id',
      '电话',
      '确认 id',
      '确认id',
      '安装 id',
      '安装id',
    ],
    means: 'offline activation confirmation id format 脱机激活 确认 格式',
  },
  {
    said: ['trial', 'expired', 'expire', 'grace', '到期', '过期', '试用', '宽限'],
    means: 'grace period expired 宽限期 过期',
  },
  {
    said: ['firewall', 'port', '1688', 'rpc', '防火墙', '端口'],
    means: 'rpc server unavailable firewall 防火墙 端口 不可用',
  },
  {
    said: ['bios', 'oem', 'slic', 'marker', 'upgrade license', '标记', '预装', '升级许可'],
    means: 'volume license key bios oem qualifying 批量许可证 标记',
  },
  {
    said: [
      'cannot reach',
      "can't reach",
      'cannot contact',
      'no kms',
      'unreachable',
      'not reachable',
      '连不上',
      '联系不上',
      '无法联系',
      '找不到 kms',
    ],
    means: 'no key management service could be contacted 无法联系 密钥管理服务',
  },
  { said: ['srv record', 'srv', '_vlmcs', '记录'], means: 'srv record dns query 记录 查询' },
  {
    said: [
      'no key',
      'without a key',
      'key missing',
      'key is missing',
      'key not available',
      '没有密钥',
      '没装密钥',
      '未安装',
      '不可用',
    ],
    means: 'product key not available 产品密钥 不可用',
  },
  {
    said: ['typo', 'mistyped', 'wrong key', 'invalid key', 'key is invalid', '输错', '无效', '打错'],
    means: 'product key invalid 产品密钥 无效',
  },
  { said: ['multiple activation key', 'mak', '多次激活密钥'], means: 'mak multiple activation key 多次激活密钥' },
  { said: ['kms server', 'kms 服务器', 'kms服务器'], means: 'kms host kms 主机' },
  { said: ['serial', 'license key', 'cd key', '序列号', '激活码', '许可证密钥'], means: 'product key 产品密钥' },
  { said: ['tampered', 'malware', 'virus', '篡改', '病毒', '恶意'], means: 'genuine malware 恶意软件 正版' },
  { said: ['dns server', 'dns 服务器', 'dns服务器'], means: 'dns server failure dns 服务器 故障' },
  { said: ['kms key', 'kms host key', 'csvlk', 'kms 密钥', 'kms密钥'], means: 'kms host key csvlk kms 主机密钥' },
];
