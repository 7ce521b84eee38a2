/** What a message is about: activating Windows or Office, or something else that happens to carry a Windows code. */

/** The ways of activating in volume, as the knowledge names them. */
export type Method = 'mak' | 'kms-client' | 'kms-host';

export interface MessageContext {
  /** The message speaks of activating Windows or Office. */
  readonly activation: boolean;
  /** The ways of activating that it names, in this order: `mak`, `kms-client`, `kms-host`. */
  readonly methods: readonly Method[];
}

/** Names of things that exist for nothing but activation: one is enough. */
const CERTAIN = new RegExp(
  [
    '\\b(?:slmgr|ospp|vnextdiag|sppsvc|sppuinotify|sppextcomobj|slui|slc|gvlk|csvlk|vlmcs|vlmcsd|vamt|licensingdiag)\\b',
    '_vlmcs\\b|\\bKMS(?![a-z])|\\bMAK(?![a-z])|\\bAD(?:BA\\b|-based activation)|\\bvolume[_ -](?:activation|licen[sc]|kms|mak)',
    '\\bsoftware[ -](?:licensing|protection)\\b|\\blicense (?:activation|status)\\b|\\bproduct (?:activation|key)\\b|\\blicense acquisition\\b',
    '\\bSoftwareLicensing(?:Product|Service)|\\bkey management service\\b|\\bmultiple activation key\\b|\\b(?:digital|store) license\\b',
    '产品密钥|激活密钥|批量激活|批量授权|密钥管理服务|软件授权服务|软件保护|数字许可证|多次激活|產品金鑰|軟體授權|金鑰管理服務',
    'プロダクト ?キー|ライセンス認証|キー管理サービス|Produktschlüssel|Softwarelizenzierung|clé de produit|clave de producto|ключ[а-я]{0,4} продукта',
  ].join('|'),
  'i',
);

/**
 * "Activate" alone says too little: people activate accounts, plug-ins, cards and phones. It counts beside a product of
 * Microsoft's that is activated, and "deactivate" never does.
 */
const ACTIVATE =
  /(?<![a-z])(?:re-?)?activat(?:e[ds]?|ing|ion)(?![a-z])|(?<!取消)激活|(?:啟用|启用)(?=.{0,6}(?:windows|office))|정품 ?인증|aktivier(?:en|t|ung)|активац|activer|activación|ativação|attivazione/i;
const PRODUCT =
  /\b(?:windows|win ?(?:7|8|10|11)|server ?20\d\d|office|visio|project|microsoft ?365|m365|ltsc|edition)\b|系统|電腦|电脑|视窗/i;
/** Beside an error code, an activation that failed is Windows' or Office's unless something else is named. */
const FAILED =
  /\bactivation (?:has )?(?:fail|error)|(?:fail(?:s|ed)? to|can(?:not|['’]?t)|unable to) activate|激活(?:失败|报错|出错|错误|不了|不成功)|(?:无法|不能|没法)激活/i;
/** What else people activate, right behind the word or right before it. */
const ELSEWHERE =
  /activat(?:e[ds]?|ing|ion)\s(?:of\s)?(?:the\s|my\s|your\s|a\s|an\s|this\s)?(?:account|plug-?in|extension|e-?mail|card|sim|user|profile|add-?(?:in|on)|feature|license server|virtual ?env|venv|conda|link)|(?:account|e-?mail|sim|card|plug-?in)\s(?:re)?activation|激活(?:账号|账户|帐号|帐户|邮箱|邮件|插件|会员|卡|链接|扩展|虚拟环境)|(?:账号|账户|帐号|帐户|邮箱|插件|会员)(?:未|已|没有|无法|还没)?激活/i;

const MAK = /\bMAK(?![a-z])|multiple activation key|多次激活密钥|Volume:MAK|VOLUME_MAK/i;
const KMS_HOST =
  /\bKMS[ _-]?(?:host|server)s?\b|\bCSVLK\b|VOLUME_KMS_(?:C|[A-Z0-9_]{1,8}_C) channel|KMS ?(?:主机|服务器|主機|伺服器)|key management service is enabled on this machine|\bevent(?: id)? 1229[03]\b/i;
const KMS_CLIENT =
  /\bKMS[ _-]?clients?\b|\bGVLK\b|VOLUME[_-]?KMS_?CLIENT|Volume:GVLK|KMS ?(?:客户端|客户机|用戶端)|key management service client|slmgr(?:\.vbs)?\s{1,4}[/-]skms|\bevent(?: id)? 1228[89]\b/i;

/** Tells what a message is about. Each word list is one bounded pass over the text. */
export function readContext(text: string): MessageContext {
  const methods: Method[] = [];
  if (MAK.test(text)) methods.push('mak');
  if (KMS_CLIENT.test(text)) methods.push('kms-client');
  if (KMS_HOST.test(text)) methods.push('kms-host');
  const speaksOfIt = FAILED.test(text) || (ACTIVATE.test(text) && PRODUCT.test(text));
  return { activation: CERTAIN.test(text) || (speaksOfIt && !ELSEWHERE.test(text)), methods };
}
