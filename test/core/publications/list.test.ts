import assert from "node:assert/strict";
import { test } from "node:test";
import { periodOf } from "../../../core/board/period.ts";
import { leafOfRow, listedRow, type PublicationRow } from "../../../core/publications/list.ts";
import { begun, isOpen, publicationId, published } from "../../../core/publications/publication.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import type { Rulebook } from "../../../core/rulebook/rulebook.ts";
import { defaultSettings, type Village } from "../../../core/villages/village.ts";
import { noon, rulebook } from "../support.ts";
import { bookOf, listing, rowsOf } from "./support.ts";

const hundred: Rulebook = { ...rulebook, ...profileB };

const books = [
  bookOf("王小明", 2, [
    ["cleanup", "2026-01-05"],
    ["cleanup", "2026-02-05"],
  ]),
  bookOf("李四", 1, [["mediation", "2026-02-06"]]),
  bookOf("张三", 1, [["mediation", "2026-01-06"]]),
  bookOf("赵五", 1, []),
];

const brief = (rows: readonly PublicationRow[]) =>
  rows.map(({ order, rank, name, points }) => [order, rank, name, points]);

test("a month lists what counted in it, the best first, ties with one rank", () => {
  assert.deepEqual(brief(rowsOf(books, listing("m01"))), [
    [1, 1, "张三", 300],
    [2, 2, "王小明", 200],
    [3, 3, "李四", 0],
    [4, 3, "赵五", 0],
  ]);
});

test("a quarter and the year sum their months", () => {
  const sums = (part: "q1" | "year") => rowsOf(books, listing(part)).map(({ points }) => points);
  assert.deepEqual(sums("q1"), [400, 300, 300, 0]);
  assert.deepEqual(sums("year"), [400, 300, 300, 0]);
});

test("a village that does not rank lists by branch, without rank", () => {
  const rows = rowsOf(books, listing("m01", { ranked: false }));
  assert.deepEqual(
    rows.map(({ branch }) => branch),
    ["名称v-b1", "名称v-b1", "名称v-b1", "名称v-b2"],
  );
  assert(rows.every((row) => !("rank" in row)));
});

test("names stand as the village shows them, and can be searched by any part", () => {
  const [row] = rowsOf(books.slice(0, 1), listing("m01"));
  assert.deepEqual(row?.pieces, ["王", "王小", "王小明", "小", "小明", "明"]);
  const [masked] = rowsOf(books.slice(0, 1), listing("m01", { names: "masked" }));
  assert.equal(masked?.name, "王**");
  assert.doesNotMatch(JSON.stringify(masked?.pieces), /小|明/);
});

test("on the scale of profile B a quarter has base, clamp and band; a month only its points", () => {
  const book = bookOf("王小明", 1, Array(5).fill(["honour", "2026-02-05"]), hundred);
  const [quarter] = rowsOf([book], listing("q1", { scheme: hundred }));
  assert.deepEqual([quarter?.points, quarter?.score, quarter?.band], [2500, 8500, "良好"]);
  const [year] = rowsOf([book], listing("year", { scheme: hundred }));
  assert.deepEqual([year?.points, year?.score, year?.band], [2500, 6625, "合格"]);
  const [month] = rowsOf([book], listing("m02", { scheme: hundred }));
  assert.deepEqual([month?.points, month?.score, month?.band], [2500, 2500, undefined]);
});

test("the root vouches for every field that is shown, and for where the account's chain was", () => {
  const [row] = rowsOf(books, listing("m01"));
  assert(row);
  const listed = listedRow(row);
  assert.equal(listed.head, books[2]?.lines[0]?.hash);
  for (const [field, value] of Object.entries(listed)) {
    const altered = { ...row, [field]: typeof value === "number" ? value + 1 : `${value}x` };
    assert.notEqual(leafOfRow(altered), leafOfRow(row), field);
  }
});

const village: Village = {
  ...{ id: "v", name: "试村", town: "试镇", openYear: 2026, years: [2026], yearStart: 1 },
  settings: defaultSettings,
};

test("a publication is open for so many days after its own, and final from then on", () => {
  const by = { id: "committee", name: "某某" };
  const started = begun(village, periodOf(2026, "m01", 1), by, noon);
  assert.equal(started.id, "v-2026-m01");
  assert.equal(publicationId("v", { year: 2026, part: "year" }), "v-2026");
  const rows = rowsOf(books, listing("m01"));
  const done = published(started, rows, rows.map(leafOfRow), { objectionDays: 7, at: noon });
  assert.deepEqual([done.publishedOn, done.objectionsUntil], ["2026-05-20", "2026-05-27"]);
  assert.deepEqual([done.members, done.points], [4, 500]);
  assert.deepEqual([isOpen(done, "2026-05-27"), isOpen(done, "2026-05-28")], [true, false]);
});

test("the totals say how many reached each band, the best first", () => {
  const some = [
    bookOf("王小明", 1, [["duty", "2026-02-05"]], hundred),
    bookOf("李四", 1, Array(6).fill(["honour", "2026-02-05"]), hundred),
    bookOf("张三", 1, [], hundred),
  ];
  const rows = rowsOf(some, listing("q1", { scheme: hundred, ranked: false }));
  const by = { id: "committee", name: "某某" };
  const started = begun(village, periodOf(2026, "q1", 1), by, noon);
  const { bands } = published(started, rows, rows.map(leafOfRow), { objectionDays: 7, at: noon });
  assert.deepEqual(bands, [
    { title: "优秀", members: 1 },
    { title: "合格", members: 2 },
  ]);
});
