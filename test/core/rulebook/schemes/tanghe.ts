import { points } from "../../../../core/kernel/points.ts";
import { Scheme, type SchemeInput } from "../../../../core/rulebook/scheme.ts";

/**
 * 唐河. Given: the bands (90, 80, 60), quarters, the year as the mean of four. Invented: the base, the ends,
 * every category and rule. That results are published for 7 days and that less than 60 means a talk and
 * no awards is not the engine's to say: no points follow from it.
 */
export const tanghe = Scheme.parse({
  title: "唐河积分办法",
  scale: {
    ...{ per: "quarter", year: "mean", base: points(60), least: 0, most: points(100) },
    bands: [
      { id: "excellent", title: "优秀", from: points(90) },
      { id: "good", title: "良好", from: points(80) },
      { id: "fair", title: "合格", from: points(60) },
      { id: "poor", title: "不合格", from: 0 },
    ],
  },
  categories: [
    { id: "deeds", title: "加分项" },
    { id: "faults", title: "扣分项" },
  ],
  rules: [
    {
      ...{ id: "deed", title: "为群众办实事", category: "deeds", clause: "第一条" },
      ...{ approver: "secretary", origin: "default" },
      grades: [
        { id: "small", title: "一般实事", points: points(5) },
        { id: "big", title: "重大实事", points: points(15) },
      ],
    },
    {
      ...{ id: "late", title: "迟到", category: "faults", clause: "第二条" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "once", title: "迟到一次", points: points(-0.5) }],
    },
    {
      ...{ id: "fault", title: "违反村规", category: "faults", clause: "第三条" },
      ...{ approver: "committee", origin: "default" },
      grades: [{ id: "once", title: "违反一次", points: points(-10) }],
    },
  ],
} satisfies SchemeInput);
