/** The sheets that ask for a reason, and what each leads to. */
export type SheetKind = "leave" | "refuse" | "reopen" | "reverse";

type Words = Readonly<{
  title: string;
  hint: string;
  action: string;
  reasons: readonly string[];
}>;

export const sheets: Readonly<Record<SheetKind, Words>> = {
  leave: {
    title: "请假",
    hint: "写明原因，书记会看到并答复。",
    action: "请假",
    reasons: ["身体不舒服", "在外地", "要上班", "家里有事"],
  },
  refuse: {
    title: "不准假",
    hint: "写明原因，请假的人会看到。",
    action: "不准假",
    reasons: ["这次会议很重要，请克服一下", "请和家里换一换时间"],
  },
  reopen: {
    title: "更正名册",
    hint: "更正以后再按一次“结束登记”：多记的冲正，漏记的补上，其余不动。原因会写在冲正的那一行上。",
    action: "打开名册更正",
    reasons: ["漏记了到会的人", "没来的人记成到会了"],
  },
  reverse: {
    title: "整场作废",
    hint: "这次活动记过的分全部冲正，每个人的一本通里两行都看得到。不能恢复。",
    action: "整场作废",
    reasons: ["会没有开成", "重复登记了"],
  },
};

/** A sheet as the page keeps it; its words stay while it closes. */
export type Sheet = Words &
  Readonly<{ kind: SheetKind; open: boolean; busy: boolean; memberId: string }>;

export const sheetOf = (kind: SheetKind, memberId = ""): Sheet => ({
  ...sheets[kind],
  ...{ kind, open: true, busy: false, memberId },
});

export const closedSheet: Sheet = { ...sheetOf("leave"), open: false };
