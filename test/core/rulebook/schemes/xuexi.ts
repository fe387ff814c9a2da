import { points } from "../../../../core/kernel/points.ts";
import { Scheme, type SchemeInput } from "../../../../core/rulebook/scheme.ts";

/** What the items are and what one of each brings is invented; the last number is given. */
const items: ReadonlyArray<readonly [id: string, title: string, unit: string, aDay: number]> = [
  ["articles", "阅读文章", "篇", 6],
  ["films", "观看视频", "个", 6],
  ["quiz", "每日答题", "题", 8],
  ["course", "专题学习", "节", 10],
];

/**
 * 学习强国. Given: daily caps by item, 6, 6, 8 and 10. It is here because the engine must be able to say it;
 * screen time never earns points in a village of ours.
 */
export const xuexi = Scheme.parse({
  title: "在线学习积分办法",
  categories: [{ id: "online", title: "在线学习" }],
  rules: items.map(([id, title, unit, aDay], index) => ({
    ...{ id, title, unit, category: "online", clause: `第${index + 1}项` },
    ...({ approver: "secretary", origin: "report" } as const),
    grades: [{ id: "one", title: `每${unit}`, points: points(1) }],
    caps: [{ per: "day", most: points(aDay) }] as const,
  })),
} satisfies SchemeInput);
