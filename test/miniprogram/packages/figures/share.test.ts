import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Api } from "../../../../core/api.ts";
import {
  type Content,
  contentOf,
  spoken,
} from "../../../../miniprogram/packages/figures/share/content.ts";
import { fit, layOut, type Mark } from "../../../../miniprogram/packages/figures/share/layout.ts";
import { firstWish } from "../../../../miniprogram/pages/board/wish.ts";

type Reply = Api["getBoard"]["output"];

const board = (fields: Partial<Reply> = {}): Reply => ({
  ...{ village: "汤角村", year: 2014, by: "members", total: 318_200, totalYearBefore: 131_800 },
  ...{ title: "2014年度", titleBefore: "2013年度", months: ["01"], order: "total", count: 114 },
  ...{ years: [2014, 2013], ranked: true, more: true },
  rows: Array.from({ length: 20 }, (_, index) => ({
    ...{ rank: index + 1, name: `党员${index}`, branch: "第二党支部", grid: "第一网格" },
    points: 7000 - index,
  })),
  ...fields,
});

/** Chinese characters are as wide as high, others about half. */
const measure = (text: string, size: number): number =>
  [...text].reduce((width, one) => width + (one > "\u2e80" ? size : size * 0.56), 0);

type Text = Extract<Mark, { kind: "text" }>;

const textsIn = (content: Content, hasCode = true): Text[] =>
  layOut(content, hasCode, measure).marks.filter((mark): mark is Text => mark.kind === "text");

/** From where to where a text goes. */
function spanOf({ text, x, size, align }: Text): [number, number] {
  const width = measure(text, size);
  const left = align === "right" ? x - width : align === "center" ? x - width / 2 : x;
  return [left, left + width];
}

test("a picture says village, period, both totals and the ten that stand first", () => {
  const content = contentOf(board(), firstWish);
  assert.deepEqual([content.title, content.period], ["汤角村积分榜", "2014年度"]);
  assert.equal(content.totals, "全村3,182分，2013年度1,318分");
  assert.deepEqual([content.heading, content.rows.length], ["党员，按积分", 10]);
  assert.equal(content.ending, "一共114名，这里是前10名");
});

test("a short list is shown whole, without a word about more", () => {
  const rows = [{ rank: 1, name: "第一党支部", members: 13, points: 42_100 }];
  const content = contentOf(board({ by: "branches", rows, count: 1, more: false }), firstWish);
  assert.equal(content.ending, "");
});

test("a village that does not rank has no ranks in its picture, and says so", () => {
  const { order: _, ...unranked } = board({
    ranked: false,
    rows: [{ name: "张*", branch: "第二党支部", grid: "第一网格", points: 300 }],
  });
  const content = contentOf(unranked, firstWish);
  assert.deepEqual([content.heading, content.rows[0]?.rank], ["党员，不排名次", ""]);
  assert.equal(content.ending, "一共114名，这里列了1名");
  assert.equal(
    textsIn(content).some(({ text }) => /^\d+$/.test(text)),
    false,
  );
});

const anyText = fc.string({ unit: fc.constantFrom(..."汤角村第二党支部王a1·"), maxLength: 40 });
const anyContent: fc.Arbitrary<Content> = fc.record({
  ...{ title: anyText, period: anyText, totals: anyText, heading: anyText },
  rows: fc.array(
    fc.record({
      rank: fc.constantFrom("", "1", "2013"),
      ...{ name: anyText, note: anyText },
      points: fc.constantFrom("", "0", "−2.5", "10,000", "+1,234.56"),
    }),
    { maxLength: 10 },
  ),
  ...{ ending: anyText, hint: anyText },
});

test("whatever the names and points, nothing leaves the picture and no two texts of a line touch", () => {
  fc.assert(
    fc.property(anyContent, fc.boolean(), (content, hasCode) => {
      const { width, height } = layOut(content, hasCode, measure);
      const texts = textsIn(content, hasCode);
      for (const text of texts) {
        const [left, right] = spanOf(text);
        assert(left >= 0 && right <= width, `${text.text} goes from ${left} to ${right}`);
        assert(text.y - text.size >= 0 && text.y <= height, text.text);
      }
      for (const [index, one] of texts.entries()) {
        for (const other of texts.slice(index + 1)) {
          const apart = Math.abs(one.y - other.y) >= Math.min(one.size, other.size);
          const [[left, right], [from, until]] = [spanOf(one), spanOf(other)];
          assert(apart || right <= from || until <= left, `${one.text} and ${other.text}`);
        }
      }
    }),
  );
});

test("10,000 points stand whole beside a name that is cut", () => {
  const name = "欧阳".repeat(15);
  const row = { rank: "1", name, note: "", points: "10,000" };
  const content = { ...contentOf(board(), firstWish), rows: [row] };
  const texts = textsIn(content).map(({ text }) => text);
  assert(texts.includes("10,000分"));
  assert(texts.some((text) => text.startsWith("欧阳") && text.endsWith("…")));
});

test("what fits stays as it is; what does not ends in an ellipsis and never in half a character", () => {
  const widthOf = (text: string) => [...text].length;
  assert.equal(fit("王小明", 3, widthOf), "王小明");
  assert.equal(fit("王小明", 2, widthOf), "王…");
  assert.equal(fit("𠮷𠮷𠮷", 2, widthOf), "𠮷…");
});

test("without a code nothing asks to scan one, and the picture is shorter", () => {
  const content = contentOf(board(), firstWish);
  assert.equal(
    textsIn(content, false).some(({ text }) => text.includes("扫")),
    false,
  );
  assert(layOut(content, false, measure).height < layOut(content, true, measure).height);
});

test("the picture is read out in words", () => {
  const words = spoken(contentOf(board(), firstWish));
  assert.match(
    words,
    /^汤角村积分榜2014年度。全村3,182分，2013年度1,318分。党员，按积分。第1名党员070分。/,
  );
});
