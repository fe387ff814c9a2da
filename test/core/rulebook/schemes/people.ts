import { points } from "../../../../core/kernel/points.ts";
import { Scheme, type SchemeInput } from "../../../../core/rulebook/scheme.ts";

/**
 * Who is expected and excused. Given: the classes A to D, the three reasons for being excused, and how often
 * each meeting is due. Invented: what each class is expected to do, what anything counts. That an excuse
 * needs the branch's vote and a higher approval is how it comes to be granted, not a rule for points.
 */
export const people = Scheme.parse({
  title: "分类管理办法",
  categories: [
    { id: "meeting", title: "组织生活" },
    { id: "duty", title: "岗位履职" },
  ],
  rules: [
    {
      ...{ id: "present", title: "参加组织生活", category: "meeting", clause: "第一条" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "once", title: "参加一次", points: points(1) }],
    },
    {
      ...{ id: "absent", title: "无故缺席", category: "meeting", clause: "第二条" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "once", title: "缺席一次", points: points(-1) }],
    },
    {
      ...{ id: "report", title: "外出党员汇报思想", category: "duty", clause: "第三条" },
      ...{ approver: "secretary", origin: "default", classes: ["c"] },
      grades: [{ id: "once", title: "汇报一次", points: points(2) }],
    },
    {
      ...{ id: "duty", title: "村务工作", category: "duty", clause: "第四条" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "once", title: "完成一次", points: points(2) }],
    },
  ],
  classes: [
    {
      ...{ id: "a", title: "A类：村干部" },
      expects: [
        { title: "每月参加组织生活", category: "meeting", per: "month", times: 1 },
        { title: "每季度村务6分", category: "duty", per: "quarter", points: points(6) },
      ],
    },
    {
      ...{ id: "b", title: "B类：在村党员" },
      expects: [{ title: "每季度参加组织生活", category: "meeting", per: "quarter", times: 2 }],
    },
    {
      ...{ id: "c", title: "C类：外出党员" },
      expects: [{ title: "全年汇报两次", category: "duty", per: "year", times: 2 }],
    },
    { id: "d", title: "D类：年老体弱党员" },
  ],
  exemptions: [
    { id: "age", title: "年满70周岁", categories: ["meeting"] },
    { id: "incapacitated", title: "丧失行动能力", categories: ["meeting"], appraised: false },
    { id: "abroad", title: "出国半年以上", categories: ["meeting"], appraised: false },
  ],
  meetings: [
    { id: "branch", title: "支部党员大会", for: "branch", ...attended(), every: "quarter" },
    { id: "committee", title: "支部委员会", for: "committee", ...attended(), every: "month" },
    { id: "group", title: "党小组会", for: "branch", ...attended(), every: "month" },
    { id: "theme-day", title: "主题党日", for: "branch", ...attended(), every: "month" },
    { id: "review", title: "民主评议", for: "branch", ...attended(), every: "year" },
  ],
} satisfies SchemeInput);

function attended() {
  return {
    ...{ ruleId: "present", gradeId: "once" },
    absence: { ruleId: "absent", gradeId: "once" },
  };
}
