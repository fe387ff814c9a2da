import { points } from "../../../../core/kernel/points.ts";
import { Scheme, type SchemeInput } from "../../../../core/rulebook/scheme.ts";

type RuleInput = SchemeInput["rules"][number];

/** All titles are invented, and all numbers but the 40. */
const deductions: ReadonlyArray<readonly [title: string, costs: number]> = [
  ["无故不参加组织生活", 2],
  ["不按时交纳党费", 2],
  ["不参加义务劳动", 2],
  ["会议迟到早退", 1],
  ["不服从组织分配", 5],
  ["传播不实言论", 5],
  ["乱搭乱建", 5],
  ["垃圾不分类", 1],
  ["邻里纠纷有过错", 3],
  ["大操大办", 5],
  ["参与赌博", 10],
  ["阻挠村里工程", 10],
  ["受党纪处分", 40],
];

/** Invented. */
const bonuses: ReadonlyArray<readonly [title: string, brings: number]> = [
  ["化解矛盾", 3],
  ["志愿服务", 2],
  ["结对帮扶", 2],
  ["建言献策", 1],
  ["获得表彰", 5],
];

/** 重点工作, the sixth bonus: from 5 to 10 is given, the steps between are ours. */
const keyWork: RuleInput = {
  ...{ id: "key-work", title: "重点工作", category: "bonus", clause: "加分第六条" },
  ...{ approver: "committee", origin: "report" },
  grades: [5, 6, 7, 8, 9, 10].map((brings) => ({
    ...{ id: `plus-${brings}`, title: `加${brings}分`, points: points(brings) },
  })),
};

/** 东阳. Given: base 100; 13 deductions, 6 bonuses; key work +5 to +10; a single deduction of 40. */
export const dongyang = Scheme.parse({
  title: "东阳积分办法",
  scale: { per: "year", base: points(100) },
  categories: [
    { id: "deduction", title: "扣分项" },
    { id: "bonus", title: "加分项" },
  ],
  rules: [
    ...deductions.map(([title, costs], index) => ({
      ...{ id: `minus-${index + 1}`, title, category: "deduction" },
      ...({ clause: `扣分第${index + 1}条`, approver: "committee", origin: "default" } as const),
      grades: [{ id: "once", title: "发生一次", points: points(-costs) }],
    })),
    ...bonuses.map(([title, brings], index) => ({
      ...{ id: `plus-${index + 1}`, title, category: "bonus" },
      ...({ clause: `加分第${index + 1}条`, approver: "secretary", origin: "default" } as const),
      grades: [{ id: "once", title: "做到一次", points: points(brings) }],
    })),
    keyWork,
  ],
} satisfies SchemeInput);
