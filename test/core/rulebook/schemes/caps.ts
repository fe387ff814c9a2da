import { points } from "../../../../core/kernel/points.ts";
import { Scheme, type SchemeInput } from "../../../../core/rulebook/scheme.ts";

/**
 * Caps of a year. All given: study 2 a time and at most 12 a year, 三会一课 3 a time and at most 12,
 * 主题党日 2 a time and at most 8.
 */
export const caps = Scheme.parse({
  title: "封顶办法",
  categories: [{ id: "meeting", title: "组织生活" }],
  rules: [
    {
      ...{ id: "study", title: "集中学习", category: "meeting", clause: "第一条" },
      ...{ approver: "secretary", origin: "report" },
      grades: [{ id: "once", title: "参加一次", points: points(2) }],
      caps: [{ per: "year", most: points(12) }],
    },
    {
      ...{ id: "lessons", title: "三会一课", category: "meeting", clause: "第二条" },
      ...{ approver: "secretary", origin: "report" },
      grades: [{ id: "once", title: "参加一次", points: points(3) }],
      caps: [{ per: "year", most: points(12) }],
    },
    {
      ...{ id: "theme-day", title: "主题党日", category: "meeting", clause: "第三条" },
      ...{ approver: "secretary", origin: "report" },
      grades: [{ id: "once", title: "参加一次", points: points(2) }],
      caps: [{ per: "year", most: points(8) }],
    },
  ],
} satisfies SchemeInput);
