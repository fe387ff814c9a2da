import { points } from "../kernel/points.ts";
import type { Grade, Rule } from "./rulebook.ts";

const usual = (whole: number): readonly Grade[] => [
  { id: "normal", title: "按要求完成", points: points(whole) },
];

const duty = (rule: Pick<Rule, "id" | "title" | "clause" | "hint">, whole: number): Rule => ({
  ...rule,
  category: "duty",
  approver: "secretary",
  grades: usual(whole),
  origin: "default",
});

/**
 * Profile A: the rules of 汤角村 as its newspaper report of 2015-03-03 gives them. The report names
 * no points for the posts marked `default`; those are ours, labelled so, for a committee to edit.
 */
export const profileA: readonly Rule[] = [
  {
    id: "mediation",
    title: "邻里纠纷调解",
    category: "duty",
    clause: "第一条",
    hint: "调解了哪件事、双方怎么说好的",
    approver: "secretary",
    grades: [{ id: "normal", title: "调解成功一起", points: points(3) }],
    origin: "report",
  },
  {
    id: "cleanup",
    title: "环境卫生",
    category: "duty",
    clause: "第二条",
    hint: "打扫了哪里、用了多长时间",
    approver: "secretary",
    grades: [
      { id: "normal", title: "按要求完成一次", points: points(2) },
      { id: "major", title: "为整治作出重大贡献", points: points(3) },
    ],
    origin: "report",
  },
  {
    id: "committee-meeting",
    title: "参加党委会议（活动）",
    category: "meeting",
    clause: "第三条",
    hint: "哪一次会议或活动",
    approver: "committee",
    grades: [{ id: "normal", title: "参加一次", points: points(3) }],
    origin: "report",
  },
  {
    id: "branch-meeting",
    title: "参加支部会议（活动）",
    category: "meeting",
    clause: "第四条",
    hint: "哪一次会议或活动",
    approver: "secretary",
    grades: [{ id: "normal", title: "参加一次", points: points(2) }],
    origin: "report",
  },
  {
    id: "honour",
    title: "市、区、镇荣誉称号",
    category: "honour",
    clause: "第五条",
    hint: "什么称号、哪一级、哪天授予",
    approver: "committee",
    grades: [{ id: "normal", title: "获得一项", points: points(10) }],
    origin: "report",
  },
  duty({ id: "repair", title: "应急抢修", clause: "第六条", hint: "修好了什么、在哪里" }, 3),
  duty({ id: "care", title: "爱心帮扶", clause: "第七条", hint: "帮了谁家、做了什么" }, 2),
  duty({ id: "patrol", title: "村庄义务巡逻", clause: "第八条", hint: "哪一段路、什么时间" }, 2),
  duty({ id: "flood", title: "防洪防汛", clause: "第九条", hint: "守在哪里、做了什么" }, 3),
];
