/**
 * The words of the grammar by what they mean, normalised; to teach it another way of saying, add a word
 * here or a shape in `rules.ts`. A message is cut into the longest of them; what is none of them is
 * foreign, and nothing foreign stands in a command but in a reason.
 */
export const vocabulary = {
  // what to do
  todo: ["待办", "待办事项", "待审", "待审核"],
  more: ["更多", "下一页"],
  show: ["看", "看看", "查看", "打开", "详情"],
  approve: ["通过", "同意", "批准", "审核通过"],
  major: ["重大", "重大贡献"],
  return: ["退回", "打回", "驳回", "不通过", "不同意", "不批准"],
  confirm: ["确认", "确定"],
  cancel: ["取消", "算了", "不要"],
  undo: ["撤销", "撤消", "撤回"],
  board: ["榜", "积分榜", "排行榜", "排名"],
  points: ["积分", "我的积分", "分数", "我的分数", "我的排名"],
  posts: ["我的岗位", "岗位"],
  submit: ["申报", "我要申报", "履职申报"],
  help: ["帮助", "怎么用", "怎么写", "怎么说", "help"],

  // to which: "第2个", "2号", "前3个", "1到3", "1和3"
  /** Touching a number they make it an amount, which names nothing in a list: "5月", "两张". */
  measure: [..."年月日天张次人户名位分点"],
  place: ["第"],
  first: ["前"],
  nth: ["号"],
  count: [..."个条件项"],
  to: ["到", "至", "-", "—", "–", "~"],
  and: [..."和跟与及"],
  pause: ["、"],
  all: ["全部", "全", "全都", "所有"],
  each: ["都"],
  rest: ["其余", "其他", "其它", "剩下"],

  // what turns a message into none: in no rule at all, and named so that the answer can say why
  no: ["不", "别", "没", "没有", "未"],
  ask: ["?", "吗", "呢", "么", "行不行", "好不好", "可不可以", "怎么样", "怎样", "怎么办"],

  // what leads to a reason; and what one often begins with, lest "3日期不对" be the 3rd of a month
  because: ["因为", "原因", "理由", "原因是", "理由是"],
  colon: [":"],
  detail: "日期 人数 次数 张数 天数 名字 名单 位置 个人 条件 项目 了解".split(" "),

  // what changes nothing: 吧 and 了 part like a comma; 好, 嗯 and OK are manners, never consent
  mark: [..."吧了,.。!;…“”‘’\"'「」『』【】()[]"],
  polite: [..."请把按的也好嗯", "麻烦", "帮我", "好的", "谢谢", "一下", "ok"],
} as const;

/** What words can mean. */
export type Meaning = keyof typeof vocabulary;

/** Without one of these in it, once normalised, no text approves anything. */
export const approvalVerbs: readonly string[] = [...vocabulary.approve, ...vocabulary.major];
