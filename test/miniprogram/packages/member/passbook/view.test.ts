import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../../core/api.ts";
import { toView, verdictView } from "../../../../../miniprogram/packages/member/passbook/view.ts";

type Passbook = Api["getPassbook"]["output"];
type Entry = Passbook["entries"][number];

const anEntry = (seq: number, fields: Partial<Entry> = {}): Entry => ({
  id: `e${seq}`,
  seq,
  kind: "award",
  rule: "环境卫生",
  points: 200,
  occurredOn: "2014-03-05",
  recordedOn: "2014-03-07",
  approver: "李四",
  why: "按《细则》第1版第二条“环境卫生”，按要求完成一次，计2分。",
  hash: "h",
  ...fields,
});

const aPassbook = (fields: Partial<Passbook> = {}): Passbook => ({
  memberId: "v-m1",
  member: "张三",
  branch: "第一党支部",
  grid: "第1网格",
  year: 2014,
  years: [2014, 2013],
  balance: 1000000,
  byRule: [{ rule: "环境卫生", times: 2, points: 450 }],
  entries: [],
  more: false,
  ...fields,
});

test("the cover tells whose booklet it is, of which year, and its balance", () => {
  const view = toView(aPassbook(), []);
  assert.equal(view.place, "第一党支部 · 第1网格");
  assert.equal(view.balance, "10,000");
  assert.deepEqual(
    view.years.map(({ text, current }) => [text, current]),
    [
      ["2014年", true],
      ["2013年", false],
    ],
  );
  assert.deepEqual(view.byRule, [{ rule: "环境卫生", times: "2次", points: "4.5分" }]);
});

test("a village that scores on a scale reads each quarter's result and the year's", () => {
  const quarters = [
    { score: 8650, band: "良好" },
    { score: 6000, band: "合格" },
  ];
  const { balance, results } = toView(
    aPassbook({ result: { score: 7325, band: "合格", quarters } }),
    [],
  );
  assert.equal(balance, "73.25");
  assert.deepEqual(results, [
    { title: "第1季度", score: "86.5分", band: "良好" },
    { title: "第2季度", score: "60分", band: "合格" },
    { title: "全年", score: "73.25分", band: "合格" },
  ]);
  assert.deepEqual(toView(aPassbook(), []).results, []);
});

test("the result of a veto names the rule that decided it", () => {
  const result = { score: 9000, band: "不合格", vetoedBy: "受党纪政纪处分", quarters: [] };
  const [year] = toView(aPassbook({ result }), []).results;
  assert.deepEqual(year, {
    title: "全年（受党纪政纪处分，一票否决）",
    score: "90分",
    band: "不合格",
  });
});

test("who wrote a line down for another stays on it", () => {
  const dayOf = (fields: Partial<Entry>) =>
    toView(aPassbook(), [anEntry(3, { recorder: "王五", ...fields })]).entries[0]?.day;
  assert.equal(dayOf({}), "3月5日\u00a0· 王五代录");
  assert.equal(
    dayOf({ kind: "reversal", reverses: "e1" }),
    "3月5日",
    "undoing it is another's work",
  );
});

test("a line says what, how much, when, why and who decided", () => {
  const [line] = toView(aPassbook(), [anEntry(7)]).entries;
  assert.deepEqual(line, {
    anchor: "line-7",
    line: "第7行",
    rule: "环境卫生",
    points: "+2",
    tone: "good",
    day: "3月5日",
    why: "按《细则》第1版第二条“环境卫生”，按要求完成一次，计2分。",
    recorded: "3月7日记账，李四审核",
  });
});

test("a line that was undone and the line that undid it lead to each other", () => {
  const undone = anEntry(3, { reversedBy: "e5" });
  const undoing = anEntry(5, { kind: "reversal", points: -200, reverses: "e3" });
  const [first, second] = toView(aPassbook(), [undoing, undone]).entries;
  assert.deepEqual(first?.link, { text: "冲正的是第3行", target: "line-3" });
  assert.equal(first?.points, "−2");
  assert.deepEqual(second?.link, { text: "已被第5行冲正", target: "line-5" });
  assert.equal(second?.tone, "undone");
});

test("a line that undoes one further down than has been asked for leads nowhere yet", () => {
  const undoing = anEntry(25, { kind: "reversal", points: -200, reverses: "e3" });
  const [line] = toView(aPassbook(), [undoing]).entries;
  assert.deepEqual(line?.link, { text: "冲正的是更早的一行", target: "" });
});

test("the verdict on an account is said in plain words", () => {
  const verdict = { entries: 12, head: "h" };
  assert.equal(
    verdictView({ ...verdict, intact: true }, []).text,
    "账目完整，共12行，每一行都核对过了。",
  );
  assert.equal(
    verdictView({ ...verdict, intact: false, brokenAt: "e5" }, [anEntry(5)]).text,
    "第5行对不上（编号e5），请联系党委核查。",
  );
  assert.equal(
    verdictView({ ...verdict, intact: false, brokenAt: "v-m1_2014" }, [anEntry(5)]).text,
    "有一行或总分对不上（编号v-m1_2014），请联系党委核查。",
  );
});
