import { points } from "../../../../core/kernel/points.ts";
import { Scheme, type SchemeInput } from "../../../../core/rulebook/scheme.ts";

/**
 * 华宁. Given: base 60; 60, 70, 80, 90 and 96 give one to five stars, and less gives none. Invented: that a
 * quarter is the period (given is that it is published each quarter), and the rules.
 */
export const huaning = Scheme.parse({
  title: "华宁星级管理办法",
  scale: {
    ...{ per: "quarter", year: "mean", base: points(60) },
    bands: [
      { id: "five", title: "五星", from: points(96) },
      { id: "four", title: "四星", from: points(90) },
      { id: "three", title: "三星", from: points(80) },
      { id: "two", title: "二星", from: points(70) },
      { id: "one", title: "一星", from: points(60) },
    ],
  },
  categories: [{ id: "all", title: "日常表现" }],
  rules: [
    {
      ...{ id: "deed", title: "服务群众", category: "all", clause: "第一条", unit: "件" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "once", title: "每件", points: points(2) }],
    },
    {
      ...{ id: "absent", title: "无故缺席", category: "all", clause: "第二条" },
      ...{ approver: "secretary", origin: "default" },
      grades: [{ id: "once", title: "缺席一次", points: points(-1) }],
    },
  ],
} satisfies SchemeInput);
