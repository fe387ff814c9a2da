import { points } from "../kernel/points.ts";
import { Scheme, type SchemeInput } from "./scheme.ts";

type RuleInput = SchemeInput["rules"][number];

/** A post for which the report names no points: ours, labelled so, for a committee to edit. */
const duty = (
  rule: Pick<RuleInput, "id" | "title" | "clause" | "hint">,
  whole: number,
): RuleInput => ({
  ...rule,
  category: "duty",
  approver: "secretary",
  grades: [{ id: "normal", title: "按要求完成", points: points(whole) }],
  origin: "default",
});

/**
 * Profile A: the rules of 汤角村 as its newspaper report of 2015-03-03 gives them. Points sum up, without
 * base, caps or bands; how often meetings are due is the party's own rule (三会一课).
 */
export const profileA = Scheme.parse({
  title: "党员积分管理细则",
  categories: [
    { id: "duty", title: "岗位履职" },
    { id: "meeting", title: "组织生活" },
    { id: "honour", title: "荣誉", highestPerDeed: true },
  ],
  rules: [
    {
      id: "mediation",
      title: "邻里纠纷调解",
      category: "duty",
      clause: "第一条",
      hint: "调解了哪件事、双方怎么说好的",
      example: "两家为院墙争执，上门说和了，记3分",
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
      example: "清扫河边一次记2分；整治中出了大力，改记3分",
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
      example: "参加党委组织的义务劳动一次，记3分",
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
      example: "参加支部的主题党日一次，记2分",
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
      example: "获镇优秀共产党员称号，记10分；同一事迹又得区里表彰，不重复记",
      approver: "committee",
      honour: true,
      grades: [{ id: "normal", title: "获得一项", points: points(10) }],
      origin: "report",
    },
    duty({ id: "repair", title: "应急抢修", clause: "第六条", hint: "修好了什么、在哪里" }, 3),
    duty({ id: "care", title: "爱心帮扶", clause: "第七条", hint: "帮了谁家、做了什么" }, 2),
    duty({ id: "patrol", title: "村庄义务巡逻", clause: "第八条", hint: "哪一段路、什么时间" }, 2),
    duty({ id: "flood", title: "防洪防汛", clause: "第九条", hint: "守在哪里、做了什么" }, 3),
  ],
  meetings: [
    { id: "branch", title: "支部党员大会", for: "branch", ...atBranch(), every: "quarter" },
    { id: "theme-day", title: "主题党日", for: "branch", ...atBranch(), every: "month" },
    { id: "branch-activity", title: "支部活动", for: "branch", ...atBranch() },
    { id: "committee", title: "党委会议（活动）", for: "all", ...atCommittee() },
  ],
} satisfies SchemeInput);

function atBranch() {
  return { ruleId: "branch-meeting", gradeId: "normal" };
}

function atCommittee() {
  return { ruleId: "committee-meeting", gradeId: "normal" };
}
