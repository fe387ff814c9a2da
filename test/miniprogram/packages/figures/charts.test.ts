import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../core/api.ts";
import { chartsOf, toView } from "../../../../miniprogram/packages/figures/charts/view.ts";

type Reply = Api["getFigures"]["output"];

const figures = (fields: Partial<Reply> = {}): Reply => ({
  ...{ village: "汤角村", year: 2014, years: [2014, 2013] },
  months: [
    { month: "01", points: 22_250, before: 11_600 },
    { month: "02", before: 12_500 },
  ],
  categories: [
    { title: "岗位履职", points: 30_000 },
    { title: "荣誉", points: 10_000 },
    { title: "扣分", points: -500 },
  ],
  ...fields,
});

test("every chart's numbers stand beneath as text, and are read out with their year", () => {
  const { months, now, before } = toView(figures(), 1);
  assert.deepEqual([now, before], ["2014年", "2013年"]);
  assert.deepEqual(months[0], {
    ...{ month: "1月", now: "222.5", before: "116" },
    label: "2014年1月，222.5分，2013年116分",
  });
});

test("a month that has not begun is said so, and drawn as nothing instead of as zero", () => {
  assert.deepEqual(toView(figures(), 1).months[1]?.label, "2014年2月，还没到，2013年125分");
  const bars = chartsOf(figures(), 1).months?.data.datasets[1];
  assert.deepEqual(bars?.data, [222.5, null]);
});

test("this year and last are told apart by form: bars, and a dashed line", () => {
  const [line, bars] = chartsOf(figures(), 1).months?.data.datasets ?? [];
  assert.deepEqual([line?.type, bars?.type], ["line", "bar"]);
  assert.deepEqual(line && "borderDash" in line && line.borderDash, [6, 4]);
});

test("without booklets of the year before there is no line, and no second column", () => {
  const months = [{ month: "01", points: 100 }];
  assert.equal(chartsOf(figures({ months }), 1).months?.data.datasets.length, 1);
  assert.equal(toView(figures({ months }), 1).before, "");
});

test("the type of the charts grows with that of the page", () => {
  const sizes = [1, 1.4].map((scale) => {
    const x = chartsOf(figures(), scale).months?.options?.scales?.x;
    return JSON.stringify(x?.ticks);
  });
  assert.match(sizes[0] ?? "", /"size":13\b/);
  assert.match(sizes[1] ?? "", /"size":18\.2/);
});

test("the share of a category is of what was gained; deductions have none", () => {
  assert.deepEqual(
    toView(figures(), 1).categories.map(({ points, share }) => [points, share]),
    [
      ["300", "75%"],
      ["100", "25%"],
      ["−5", ""],
    ],
  );
});

test("own months are drawn for whoever has some, and for nobody else", () => {
  assert.deepEqual(Object.keys(chartsOf(figures(), 1)), ["months", "mix"]);
  const own = [{ month: "01", points: 300 }];
  assert.deepEqual(Object.keys(chartsOf(figures({ own }), 1)), ["months", "mix", "own"]);
  assert.equal(toView(figures({ own }), 1).own.length, 1);
  assert.deepEqual(toView(figures(), 1).own, []);
});

test("a year without a point says so instead of drawing nothing", () => {
  const months = [{ month: "01", points: 0 }];
  assert.equal(toView(figures({ months, categories: [] }), 1).empty, true);
  assert.equal(toView(figures(), 1).empty, false);
});
