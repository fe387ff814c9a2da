import { points } from "../../../../core/kernel/points.ts";
import { Scheme, type SchemeInput } from "../../../../core/rulebook/scheme.ts";

/**
 * Deductions with a floor. Given: an absence −1, coming late −0.5, a missed voluntary labour −2, each item
 * down to 0 and no further. Invented: what each item is worth to begin with (4, 2 and 5).
 */
export const deductions = Scheme.parse({
  title: "扣分办法",
  categories: [
    { id: "attendance", title: "出勤", pool: points(4) },
    { id: "punctuality", title: "守时", pool: points(2) },
    { id: "labour", title: "义务劳动", pool: points(5) },
  ],
  rules: [
    {
      ...{ id: "absent", title: "缺席", category: "attendance", clause: "第一条" },
      ...{ approver: "secretary", origin: "report" },
      grades: [{ id: "once", title: "缺席一次", points: points(-1) }],
    },
    {
      ...{ id: "late", title: "迟到", category: "punctuality", clause: "第二条" },
      ...{ approver: "secretary", origin: "report" },
      grades: [{ id: "once", title: "迟到一次", points: points(-0.5) }],
    },
    {
      ...{ id: "missed", title: "不参加义务劳动", category: "labour", clause: "第三条" },
      ...{ approver: "committee", origin: "report" },
      grades: [{ id: "once", title: "不参加一次", points: points(-2) }],
    },
  ],
} satisfies SchemeInput);
