import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../core/api.ts";
import {
  reversedText,
  reverseReasons,
  toView,
} from "../../../../miniprogram/packages/committee/correct/view.ts";

type Passbook = Api["getPassbook"]["output"];
type Entry = Passbook["entries"][number];

const entry = (seq: number, fields: Partial<Entry> = {}): Entry => ({
  ...{ id: `award-s${seq}`, seq, kind: "award", rule: "环境卫生", points: 200, hash: "00" },
  ...{ occurredOn: "2026-03-05", recordedOn: "2026-03-06", approver: "李四", why: "计2分" },
  ...fields,
});

const passbook = (entries: Entry[]): Passbook => ({
  ...{ memberId: "v-m4", member: "张三", branch: "第一党支部", grid: "", year: 2026 },
  ...{ years: [2026, 2013], balance: 200, byRule: [], entries, more: false },
});

const linesOf = (entries: Entry[]) => toView(passbook(entries), entries, "me").lines;

test("a line is shown whole: why it counts, who answers for it and who wrote it down", () => {
  const [line] = linesOf([entry(1, { recorder: "王五", approver: "李四、赵六" })]);
  assert.equal(line?.title, "第1行“环境卫生”");
  assert.equal(line?.recorded, "3月6日记账\u00a0· 李四、赵六\u00a0· 王五代录");
  assert.equal(line?.reversible, true);
});

test("a line that was undone and the line that undid it name each other, and neither can be undone", () => {
  const undone = entry(1, { reversedBy: "reversal-award-s1" });
  const undoing = entry(2, {
    ...{ id: "reversal-award-s1", kind: "reversal", points: -200, reverses: "award-s1" },
  });
  assert.deepEqual(
    linesOf([undoing, undone]).map(({ rule, points, pair, reversible }) => [
      ...[rule, points, pair, reversible],
    ]),
    [
      ["冲正：环境卫生", "−2", "冲正的是第1行", false],
      ["环境卫生", "+2", "已被第2行冲正", false],
    ],
  );
});

test("the other half of a pair may not have been asked for yet", () => {
  const [undone] = linesOf([entry(1, { reversedBy: "elsewhere" })]);
  const [undoing] = linesOf([entry(2, { kind: "reversal", reverses: "elsewhere" })]);
  assert.deepEqual([undone?.pair, undoing?.pair], ["已经冲正", "冲正的是更早的一行"]);
});

test("an opening line from paper can be undone too", () => {
  assert.equal(linesOf([entry(1, { kind: "opening" })])[0]?.reversible, true);
});

test("one's own passbook is not one's own to correct", () => {
  assert.equal(toView(passbook([]), [], "v-m4").own, true);
  assert.equal(toView(passbook([]), [], "me").own, false);
});

test("once undone, it says what the year comes to", () => {
  const [line] = linesOf([entry(3)]);
  assert(line);
  assert.equal(
    reversedText(line, -50),
    "第3行“环境卫生”冲正了，这一年现在各行相加−0.5分。两行都留着。",
  );
});

test("all ready-made reasons together still fit the limit of a reason", () => {
  assert(reverseReasons.join("；").length <= 200);
});
