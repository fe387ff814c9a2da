import assert from "node:assert/strict";
import { test } from "node:test";
import { profileA } from "../../../core/rulebook/profileA.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { Scheme, type SchemeInput } from "../../../core/rulebook/scheme.ts";
import type { Fact } from "../../../core/rulebook/score.ts";
import { lived, on, onEach } from "./lived.ts";

/** What a member reads beside the last of these lines. */
const said = (scheme: Scheme, ...facts: readonly Fact[]) =>
  lived(scheme, facts).lines.at(-1)?.explanation.sentence;

/** The cases of caps; profile B stands for the rest. */
const capped = Scheme.parse({
  title: "细则",
  caps: [{ per: "month", most: 1000 }],
  categories: [
    { id: "duty", title: "岗位履职", caps: [{ per: "year", most: 2000 }] },
    { id: "order", title: "守时", pool: 100 },
  ],
  rules: [
    {
      ...{ id: "cleanup", title: "环境卫生", category: "duty", clause: "第二条" },
      approver: "secretary",
      grades: [{ id: "once", title: "按要求完成一次", points: 200 }],
      caps: [{ per: "day", most: 300 }],
    },
    {
      ...{ id: "patrol", title: "义务巡逻", category: "duty", clause: "第三条", unit: "次" },
      approver: "secretary",
      grades: [{ id: "once", title: "巡逻一次", points: 150 }],
      caps: [{ per: "event", most: 300 }],
    },
    {
      ...{ id: "late", title: "迟到", category: "order", clause: "第四条", unit: "次" },
      approver: "secretary",
      grades: [{ id: "once", title: "迟到一次", points: -50 }],
    },
  ],
} satisfies SchemeInput);

test("a line says by which rule of which version it counts what", () => {
  assert.equal(
    said(profileA, on("2014-03-05", "cleanup", "major")),
    "按《党员积分管理细则》第1版第二条“环境卫生”，为整治作出重大贡献，计3分。",
  );
});

test("several of one thing: what one counts, how many there were, what that makes", () => {
  assert.equal(
    said(capped, on("2014-03-05", "patrol", "once", { quantity: 2 })),
    "按《细则》第1版第三条“义务巡逻”，巡逻一次计1.5分，共2次，计3分。",
  );
  assert.equal(
    said(profileB, on("2014-03-05", "volunteer", "normal", { quantity: 3 })),
    "按《党员百分制积分细则》第1版第四条“志愿服务”，每小时计1分，共3小时，计3分。",
  );
});

test("a deduction says what it takes", () => {
  assert.equal(
    said(profileB, on("2014-03-05", "absent", "late")),
    "按《党员百分制积分细则》第1版第二条“无故缺席、迟到”，迟到一次，扣0.5分。",
  );
  assert.equal(
    said(capped, on("2014-03-05", "late", "once", { quantity: 2 })),
    "按《细则》第1版第四条“迟到”，迟到一次扣0.5分，共2次，扣1分。",
  );
});

test("what counts nothing by itself says so", () => {
  assert.equal(
    said(profileB, on("2014-03-05", "veto", "veto")),
    "按《党员百分制积分细则》第1版第七条“受党纪政纪处分”，一票否决，不计分。",
  );
});

test("a rule's cap for the day: what it would count, what was counted, what this time counts", () => {
  assert.equal(
    said(capped, ...onEach(["2014-03-05", "2014-03-05"], "cleanup", "once")),
    "按《细则》第1版第二条“环境卫生”，按要求完成一次，应计2分；" +
      "这一条每天最多计3分，当天已计2分，这次计1分。",
  );
});

test("a cap that leaves nothing", () => {
  assert.equal(
    said(capped, ...onEach(["2014-03-05", "2014-03-05", "2014-03-05"], "cleanup", "once")),
    "按《细则》第1版第二条“环境卫生”，按要求完成一次，应计2分；" +
      "这一条每天最多计3分，当天已计3分，这次不再计分。",
  );
});

test("a cap for each time, reached at once or by what came before in the same meeting", () => {
  assert.equal(
    said(capped, on("2014-03-05", "patrol", "once", { quantity: 4 })),
    "按《细则》第1版第三条“义务巡逻”，巡逻一次计1.5分，共4次，应计6分；这一条每次最多计3分，这次计3分。",
  );
  const patrol = (quantity: number) =>
    on("2014-03-05", "patrol", "once", { quantity, event: "night-watch" });
  assert.equal(
    said(capped, patrol(1), patrol(2)),
    "按《细则》第1版第三条“义务巡逻”，巡逻一次计1.5分，共2次，应计3分；" +
      "这一条每次最多计3分，前面已计1.5分，这次计1.5分。",
  );
});

test("a category's cap, for the quarter and for the year", () => {
  const meetings = ["2014-01-09", "2014-01-23", "2014-02-06", "2014-02-27", "2014-03-13"];
  assert.equal(
    said(profileB, ...onEach(meetings, "meeting", "normal")),
    "按《党员百分制积分细则》第1版第一条“参加组织生活”，按时参加一次，应计3分；" +
      "“组织生活”类每季度最多计12分，当季已计12分，这次不再计分。",
  );
  const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((day) => `2014-01-${10 + day}`);
  const elsewhere = days.map((day) => day.replace("-01-", "-02-"));
  assert.equal(
    said(capped, ...onEach([...days, ...elsewhere, "2014-03-05"], "cleanup", "once")),
    "按《细则》第1版第二条“环境卫生”，按要求完成一次，应计2分；" +
      "“岗位履职”类全年最多计20分，当年已计20分，这次不再计分。",
  );
});

test("a cap on everything, and several caps one after the other", () => {
  const days = ["2014-03-01", "2014-03-02", "2014-03-03", "2014-03-04"];
  assert.equal(
    said(
      capped,
      ...onEach(days, "cleanup", "once"),
      on("2014-03-05", "patrol", "once", { quantity: 3 }),
    ),
    "按《细则》第1版第三条“义务巡逻”，巡逻一次计1.5分，共3次，应计4.5分；" +
      "这一条每次最多计3分，各条加起来每月最多计10分，当月已计8分，这次计2分。",
  );
});

test("a floor: no more is taken than there is", () => {
  const late = (quantity: number) => on("2014-03-05", "late", "once", { quantity });
  assert.equal(
    said(capped, late(1), late(3)),
    "按《细则》第1版第四条“迟到”，迟到一次扣0.5分，共3次，应扣1.5分；" +
      "“守时”类全年最多扣1分，当年已扣0.5分，这次扣0.5分。",
  );
  assert.equal(
    said(capped, late(2), late(1)),
    "按《细则》第1版第四条“迟到”，迟到一次扣0.5分，共1次，应扣0.5分；" +
      "“守时”类全年最多扣1分，当年已扣1分，这次不再扣分。",
  );
});

test("several honours for one deed: the highest counts, and the rest of it is added", () => {
  const honour = (grade: string) => on("2014-03-05", "honour", grade, { event: "flood" });
  assert.equal(
    said(profileB, honour("town"), honour("district")),
    "按《党员百分制积分细则》第1版第五条“荣誉称号”，区级，应计8分；" +
      "同一件事只计最高的一项，前面已计5分，这次计3分。",
  );
  assert.equal(
    said(profileB, honour("district"), honour("town")),
    "按《党员百分制积分细则》第1版第五条“荣誉称号”，镇级，应计5分；" +
      "同一件事只计最高的一项，前面已计8分，这次不再计分。",
  );
});

test("beyond the ends of the scale the line counts, and says what the period is taken for", () => {
  const deeds = ["flood", "fire", "school", "bridge", "garden"];
  const honours = deeds.map((event) => on("2014-03-05", "honour", "city", { event }));
  assert.equal(
    said(profileB, ...honours),
    "按《党员百分制积分细则》第1版第五条“荣誉称号”，市级及以上，计10分。当季共110分，最高按100分算。",
  );
  const missed = Array.from({ length: 31 }, () => on("2014-03-05", "missed", "labour"));
  assert.equal(
    said(profileB, ...missed),
    "按《党员百分制积分细则》第1版第六条“应做未做”，不参加义务劳动一次，扣2分。当季共负2分，最低按0分算。",
  );
});

test("the explanation is data too: the clause, the grade, the base and the cap's arithmetic", () => {
  const { lines } = lived(capped, onEach(["2014-03-05", "2014-03-05"], "cleanup", "once"));
  const { sentence: _, ...explained } = lines[1]?.explanation ?? {};
  assert.deepEqual(explained, {
    ...{ rulebookId: "v-v1", rulebookVersion: 1, rulebookTitle: "细则" },
    ...{ clause: "第二条", ruleTitle: "环境卫生", category: "duty" },
    ...{ gradeId: "once", gradeTitle: "按要求完成一次" },
    ...{ quantity: 1, unit: "", base: 200, highestBefore: 0, points: 100 },
    limits: [
      {
        ...{ of: "rule", title: "环境卫生", per: "day", side: "gains" },
        ...{ most: 300, used: 200, left: 100 },
      },
    ],
  });
});
