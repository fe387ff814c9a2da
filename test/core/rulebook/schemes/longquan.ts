import { points } from "../../../../core/kernel/points.ts";
import { Scheme, type SchemeInput } from "../../../../core/rulebook/scheme.ts";

/**
 * 龙泉. Given: base 80, at most 20 of bonus, clamped to 0 and 100. Invented: that the period is a year, and
 * the rules.
 */
export const longquan = Scheme.parse({
  title: "龙泉积分办法",
  scale: { per: "year", base: points(80), least: 0, most: points(100) },
  caps: [{ per: "year", most: points(20) }],
  categories: [
    { id: "bonus", title: "加分" },
    { id: "deduction", title: "扣分" },
  ],
  rules: [
    {
      ...{ id: "help", title: "帮扶困难户", category: "bonus", clause: "第一条" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "once", title: "帮扶一次", points: points(4) }],
    },
    {
      ...{ id: "rescue", title: "抢险救灾", category: "bonus", clause: "第二条" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "once", title: "参加一次", points: points(6) }],
    },
    {
      ...{ id: "fault", title: "不履行义务", category: "deduction", clause: "第三条" },
      ...{ approver: "committee", origin: "default" },
      grades: [
        { id: "light", title: "情节较轻", points: points(-5) },
        { id: "grave", title: "情节严重", points: points(-50) },
      ],
    },
  ],
} satisfies SchemeInput);
