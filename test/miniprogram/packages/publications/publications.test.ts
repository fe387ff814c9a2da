import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../core/api.ts";
import {
  toView as listView,
  progressText,
} from "../../../../miniprogram/packages/publications/list/view.ts";
import { toView } from "../../../../miniprogram/packages/publications/publication/view.ts";
import { statusView } from "../../../../miniprogram/packages/publications/status.ts";

type List = Api["listPublications"]["output"];
type Publication = Api["getPublication"]["output"];

const heading: List["rows"][number] = {
  ...{ id: "v-2014-m03", title: "2014年3月", from: "2014-03-01", until: "2014-03-31" },
  ...{ status: "open", publishedOn: "2014-04-03", objectionsUntil: "2014-04-10" },
  ...{ members: 114, points: 318_200 },
};

test("a publication says how many days are left, and that it is settled afterwards", () => {
  assert.equal(statusView(heading, "2014-04-05").status, "公示中 · 还有5天");
  assert.equal(statusView(heading, "2014-04-10").status, "公示中 · 今天最后一天");
  assert.equal(statusView({ ...heading, status: "final" }, "2014-04-11").status, "已定");
});

const list = (changes: Partial<List> = {}): List => ({
  ...{ today: "2014-04-05", rows: [heading], more: false },
  ...changes,
});

test("the list says when each was published, and until when one may object", () => {
  const { rows } = listView(list(), [heading, { ...heading, status: "final" }]);
  assert.deepEqual(
    rows.map(({ about, members, points }) => [about, members, points]),
    [
      ["4月3日公示，到4月10日可以提异议", "114名党员", "3,182"],
      ["2014年4月3日公示", "114名党员", "3,182"],
    ],
  );
});

test("only the committee sees what can be published, and is warned what closing means", () => {
  assert.equal(listView(list(), []).publishes, false);
  const due = [
    { year: 2014, part: "m03", title: "2014年3月", until: "2014-03-31", begun: false } as const,
    { year: 2014, part: "q1", title: "2014年第一季度", until: "2014-03-31", begun: true } as const,
  ];
  const view = listView(list({ due }), []);
  assert.equal(view.publishes, true);
  assert.deepEqual(
    view.due.map(({ about, action }) => [about, action]),
    [
      ["到3月31日为止", "公示"],
      ["上次没有做完，点一下接着做", "接着公示"],
    ],
  );
  assert.match(view.due[0]?.question ?? "", /2014年3月31日和以前的积分就定下来了.*不能撤回/);
  assert.deepEqual([progressText(0), progressText(300)], ["正在公示", "还有300人"]);
});

const row: Publication["rows"][number] = {
  ...{ order: 4, rank: 2, name: "王小明", branch: "第一党支部", grid: "第一网格" },
  ...{ points: 300, score: 300 },
};

const publication = (changes: Partial<Publication> = {}): Publication => ({
  ...{ ...heading, today: "2014-04-05", root: "3f9a12cd55ee0b21".padEnd(64, "0"), ranked: true },
  ...{ bands: [], rows: [row], more: false },
  ...changes,
});

const rowOf = (changes: Partial<typeof row>) => {
  const one = { ...row, ...changes };
  return toView(publication(), [one]).rows[0];
};

test("a row shows rank, name, home and points", () => {
  assert.deepEqual(rowOf({}), {
    ...{ order: 4, place: "2", name: "王小明", points: "3" },
    ...{ note: "第一党支部\u00a0· 第一网格", label: "王小明，3分" },
  });
  const { rank: _, ...unranked } = row;
  const view = toView(publication({ ranked: false }), [unranked]);
  assert.deepEqual([view.rows[0]?.place, view.unranked], ["4", true]);
});

test("on a scale the score stands in front, with its band and what the period brought", () => {
  const scaled = rowOf({ points: 2500, score: 8500, band: "良好" });
  assert.equal(scaled?.points, "85");
  assert.equal(scaled?.note, "良好\u00a0· 本期+25\u00a0· 第一党支部\u00a0· 第一网格");
  assert.equal(scaled?.label, "王小明，85分，良好");
});

test("the head says the days, the totals of each band, and the beginning of the root", () => {
  const view = toView(publication({ bands: [{ title: "优秀", members: 12 }] }), []);
  assert.deepEqual(
    [view.days, view.until, view.bands, view.rootStart],
    ["3月1日到3月31日", "4月3日公示，到4月10日可以提异议。", ["优秀12人"], "3f9a 12cd 55ee 0b21"],
  );
  const crossing = toView(publication({ from: "2013-12-01", until: "2014-02-28" }), []);
  assert.equal(crossing.days, "2013年12月1日到2014年2月28日");
  const over = toView(publication({ status: "final" }), []);
  assert.deepEqual([over.open, over.until], [false, "2014年4月3日公示，4月10日公示期满。"]);
});
