import { points } from "../kernel/points.ts";
import { Scheme, type SchemeInput } from "./scheme.ts";

/**
 * Profile B: a hundred points, as many villages elsewhere count. Everybody begins each quarter with 60;
 * bonuses and deductions lead to at most 100 and at least 0; 90, 80 and 60 are the lines of the bands; a
 * year is the mean of its quarters. The rules are examples of ours, for a committee to edit.
 */
export const profileB = Scheme.parse({
  title: "党员百分制积分细则",
  scale: {
    ...{ per: "quarter", year: "mean", base: points(60), least: 0, most: points(100) },
    bands: [
      { id: "excellent", title: "优秀", from: points(90) },
      { id: "good", title: "良好", from: points(80) },
      { id: "fair", title: "合格", from: points(60) },
      { id: "poor", title: "不合格", from: points(0) },
    ],
  },
  categories: [
    {
      id: "meeting",
      title: "组织生活",
      caps: [
        { per: "quarter", most: points(12) },
        { per: "quarter", of: "losses", most: points(10) },
      ],
    },
    { id: "duty", title: "岗位履职", caps: [{ per: "quarter", most: points(20) }] },
    { id: "honour", title: "荣誉", highestPerDeed: true },
    { id: "conduct", title: "负面清单" },
  ],
  rules: [
    {
      ...{ id: "meeting", title: "参加组织生活", category: "meeting", clause: "第一条" },
      ...{ hint: "哪一次会议或活动", example: "参加一次记3分，每季度最多记12分" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "normal", title: "按时参加一次", points: points(3) }],
    },
    {
      ...{ id: "absent", title: "无故缺席、迟到", category: "meeting", clause: "第二条" },
      ...{ example: "没请假缺席一次扣1分，迟到一次扣0.5分" },
      ...{ approver: "secretary", origin: "default" },
      grades: [
        { id: "absent", title: "没请假缺席一次", points: points(-1) },
        { id: "late", title: "迟到一次", points: points(-0.5) },
      ],
    },
    {
      ...{ id: "duty", title: "岗位履职", category: "duty", clause: "第三条" },
      ...{ hint: "在什么岗位、做了什么", example: "尽职一次记2分，成效突出记4分" },
      ...{ approver: "secretary", origin: "default" },
      grades: [
        { id: "normal", title: "尽职一次", points: points(2) },
        { id: "major", title: "成效突出", points: points(4) },
      ],
    },
    {
      ...{ id: "volunteer", title: "志愿服务", category: "duty", clause: "第四条", unit: "小时" },
      ...{ hint: "帮了谁、做了什么", example: "每小时记1分，每次最多记4分" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "normal", title: "每小时", points: points(1) }],
      caps: [{ per: "event", most: points(4) }],
    },
    {
      ...{ id: "honour", title: "荣誉称号", category: "honour", clause: "第五条", honour: true },
      ...{ hint: "什么称号、哪一级、哪天授予", example: "同一事迹得几级表彰，只记最高一级" },
      ...{ approver: "committee", origin: "default" },
      grades: [
        { id: "town", title: "镇级", points: points(5) },
        { id: "district", title: "区级", points: points(8) },
        { id: "city", title: "市级及以上", points: points(10) },
      ],
    },
    {
      ...{ id: "missed", title: "应做未做", category: "conduct", clause: "第六条" },
      ...{ example: "无故不参加义务劳动一次扣2分", approver: "committee", origin: "default" },
      grades: [{ id: "labour", title: "不参加义务劳动一次", points: points(-2) }],
    },
    {
      ...{
        id: "veto",
        title: "受党纪政纪处分",
        category: "conduct",
        clause: "第七条",
        veto: "poor",
      },
      ...{ example: "一票否决，当季和全年都为不合格", approver: "committee", origin: "default" },
      grades: [{ id: "veto", title: "一票否决", points: 0 }],
    },
  ],
  classes: [
    { id: "cadre", title: "村干部", expects: expects(3, 3) },
    { id: "village", title: "在村党员", expects: expects(3, 1) },
    { id: "away", title: "外出党员", expects: expects(1, 0) },
    { id: "old", title: "年老体弱党员" },
  ],
  exemptions: [
    { id: "age", title: "年满70周岁", categories: ["meeting"] },
    { id: "ill", title: "因病丧失行动能力", categories: ["meeting", "conduct"], appraised: false },
    { id: "abroad", title: "出国半年以上", categories: ["meeting"], appraised: false },
  ],
  meetings: [
    { id: "branch", title: "支部党员大会", for: "branch", ...attended(), every: "quarter" },
    { id: "theme-day", title: "主题党日", for: "branch", ...attended(), every: "month" },
    { id: "committee", title: "党委会议（活动）", for: "all", ...attended() },
  ],
} satisfies SchemeInput);

/** So many meetings, and so many duties where any are expected, a quarter. */
function expects(meetings: number, duties: number) {
  const quarterly = { per: "quarter" } as const;
  return [
    { title: "参加组织生活", category: "meeting", times: meetings, ...quarterly },
    ...(duties > 0 ? [{ title: "岗位履职", category: "duty", times: duties, ...quarterly }] : []),
  ];
}

function attended() {
  return {
    ...{ ruleId: "meeting", gradeId: "normal" },
    absence: { ruleId: "absent", gradeId: "absent" },
    late: { ruleId: "absent", gradeId: "late", afterMinutes: 10 },
  };
}
