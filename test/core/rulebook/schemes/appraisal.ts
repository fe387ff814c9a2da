import { points } from "../../../../core/kernel/points.ts";
import { Scheme, type SchemeInput } from "../../../../core/rulebook/scheme.ts";

/**
 * A scheme with 民主评议. Given: daily points are 80 % and the review 20 %, 优 20, 合格 15, 基本合格 10,
 * 不合格 0; the year runs from December to November. Of a hundred points that is 80 for the days and 20
 * for the review. Invented: the daily rules and their cap a quarter.
 */
export const appraisal = Scheme.parse({
  title: "积分与民主评议办法",
  yearStart: 12,
  scale: { per: "year", base: 0, least: 0, most: points(100) },
  categories: [
    {
      ...{ id: "daily", title: "日常积分" },
      caps: [
        { per: "quarter", most: points(30) },
        { per: "year", most: points(80) },
      ],
    },
    { id: "review", title: "民主评议" },
  ],
  rules: [
    {
      ...{ id: "duty", title: "日常履职", category: "daily", clause: "第一条" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "once", title: "履职一次", points: points(10) }],
    },
    {
      ...{ id: "review", title: "民主评议", category: "review", clause: "第二条" },
      ...{ approver: "committee", origin: "report", onlyOncePer: "year" },
      grades: [
        { id: "excellent", title: "优", points: points(20) },
        { id: "fair", title: "合格", points: points(15) },
        { id: "almost", title: "基本合格", points: points(10) },
        { id: "poor", title: "不合格", points: 0 },
      ],
    },
  ],
} satisfies SchemeInput);
