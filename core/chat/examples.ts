import { normalise } from "./normalise.ts";

/** What to write, and what it does: shown by 帮助, and by every answer that asks to write it otherwise. */
export const examples = {
  help: { text: "帮助", does: "这份说明" },
  todo: { text: "待办", does: "等您审核的，每次五条" },
  points: { text: "积分", does: "我今年、本月积分和名次" },
  board: { text: "榜", does: "看积分榜" },
  posts: { text: "我的岗位", does: "今年认领了什么" },
  submit: { text: "申报", does: "打开申报，写做了什么" },
  more: { text: "更多", does: "后面五条" },
  show: { text: "看 2", does: "打开这一条，看照片" },
  approve: { text: "通过 2", does: "同意这一条" },
  approveSeveral: { text: "通过 1 3 5", does: "同意这几条" },
  approveAll: { text: "全部通过", does: "先问一遍再办" },
  confirm: { text: "确认", does: "就办刚才问的" },
  cancel: { text: "取消", does: "不办刚才问的" },
  return: { text: "退回 3 照片看不清", does: "退回，写明原因" },
  returnAsking: { text: "退回 3：和2号重复吗？", does: "原因里有编号、有问号" },
  major: { text: "重大 2", does: "按重大贡献通过" },
  undo: { text: "撤销", does: "收回刚才的审核，限十分钟以内" },
} as const;
export type ExampleId = keyof typeof examples;

/** Whom examples are for. It decides what is offered, never what is understood. */
export type Audience = "reviewer" | "member" | "stranger";

/** The nearest examples come from here; among equally near ones the earlier wins. */
export const offered: Readonly<Record<Audience, readonly ExampleId[]>> = {
  stranger: ["help", "board"],
  member: ["help", "points", "board", "posts", "submit"],
  reviewer: [
    ...(["help", "todo", "points", "board", "posts", "submit", "more", "show", "approve"] as const),
    ...(["approveSeveral", "approveAll", "confirm", "cancel", "return", "major", "undo"] as const),
  ],
};

const nearestMost = 3;

/**
 * The examples that have the most different letters in common with the text, what they do counted in;
 * any digit is as good as any other.
 */
export function nearest(text: string, audience: Audience): string[] {
  const letters = lettersIn(text);
  const near = (id: ExampleId): number => {
    const { text: example, does } = examples[id];
    return [...lettersIn(example + does)].filter((letter) => letters.has(letter)).length;
  };
  return [...offered[audience]]
    .sort((one, other) => near(other) - near(one))
    .slice(0, nearestMost)
    .map((id) => examples[id].text);
}

const lettersIn = (text: string): Set<string> =>
  new Set(
    normalise(text)
      .replace(/[\s\p{P}]/gu, "")
      .replace(/\d/g, "0"),
  );
