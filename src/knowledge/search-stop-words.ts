/** Words that any question holds and that tell nothing about a fault. Data only. */

const ENGLISH = `a about after all also am an and any are as at be because been being but by can cannot cant could did do doing does
doesnt dont else even ever for from get gets got had has have he help her here him how i if im in into is isnt it its just
let like me my need no nope not now of oh ok okay on one or our out pls please she should since so some still than that the
their them then there they this to today too try trying us use using very want was wasnt we were what when where which while
who why will with without wont would yes yet you your error code windows win problem issue trouble says said say shows showing
show message messages getting fail fails failed failure failing unable anyone someone everyone hi hello hey thing something
anything nothing work works working worked thanks thank help cool great again until only over other via during every day got`;

/** Of single characters only those that hardly begin or end a longer word: 对 would break 对象, 会 would break 会话. */
const CHINESE = `你好 您好 在吗 帮助 帮忙 请问 请教 怎么办 怎么回事 怎么 怎样 为什么 为啥 如何 什么 错误 报错 出错 代码 提示 显示 问题 一下 我们 你们 他们
时候 之后 以后 然后 因为 所以 但是 而且 这个 那个 无法 不能 没法 不了 失败 谢谢 求助 大佬 大家 有人 可以 可能 需要 使用 进行 出现 发生 没有 的 了 吗 呢 啊 吧
我 你 他 就 都 也 还 又 再 是 在 有 被 把 和 与 或 很 太 这 那`;

export const STOP_WORDS: readonly string[] = [...ENGLISH.trim().split(/\s+/), ...CHINESE.trim().split(/\s+/)];
