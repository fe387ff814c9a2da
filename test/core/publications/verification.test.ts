import assert from "node:assert/strict";
import { test } from "node:test";
import { periodOf } from "../../../core/board/period.ts";
import type { Entry } from "../../../core/ledger/entry.ts";
import { leafOfRow, type PublicationRow } from "../../../core/publications/list.ts";
import { begun, published } from "../../../core/publications/publication.ts";
import { flawOfAccount, flawOfList, flawOfRow } from "../../../core/publications/verification.ts";
import { defaultSettings } from "../../../core/villages/village.ts";
import { noon } from "../support.ts";
import { bookOf, listing, rowsOf } from "./support.ts";

/** What an alteration of the stored documents is found as, and named. */

const book = bookOf("王小明", 1, [
  ["cleanup", "2026-01-05"],
  ["mediation", "2026-01-06"],
  ["honour", "2026-02-05"],
  ["cleanup", "2026-02-06"],
]);
const other = bookOf("李四", 1, [["mediation", "2026-01-06"]]);
const { account, lines } = book;
const line = (index: number) => lines[index] as Entry;

const wordsOf = (some: readonly Entry[]) => flawOfAccount(account, some)?.words;

test("what stands as it was recorded has no flaw", () => {
  assert.equal(flawOfAccount(account, lines), undefined);
});

test("an altered line is named", () => {
  const altered = lines.map((one, index) => (index === 1 ? { ...one, points: 3000 } : one));
  assert.deepEqual(flawOfAccount(account, altered), {
    entryId: line(1).id,
    words: "第2行对不上：记下以后被改动过。",
  });
});

test("a dropped line is named by its number", () => {
  assert.equal(wordsOf([line(0), line(2), line(3)]), "第2行不见了。");
  assert.equal(wordsOf(lines.slice(1)), "第1行不见了。");
});

test("the last line dropped, or a sum altered, shows in the totals", () => {
  assert.match(wordsOf(lines.slice(0, 3)) ?? "", /合计对不上/);
  const richer = { ...account, balance: account.balance + 100 };
  assert.match(flawOfAccount(richer, lines)?.words ?? "", /合计对不上/);
});

test("of two lines that changed places the first is named", () => {
  const swapped = [line(0), line(2), line(1), line(3)];
  assert.equal(wordsOf(swapped), "第2行不见了。");
  const renumbered = swapped.map((one, index) => ({ ...one, seq: index + 1 }));
  assert.equal(wordsOf(renumbered), "第2行对不上：记下以后被改动过。");
});

test("a line sealed anew is named as out of place: the one after it does not follow", () => {
  const forged = bookOf("王小明", 1, [
    ["cleanup", "2026-01-05"],
    ["honour", "2026-01-06"],
  ]);
  const spliced = [line(0), forged.lines[1] as Entry, line(2), line(3)];
  assert.equal(wordsOf(spliced), "第3行对不上：和前一行接不起来，次序被动过。");
});

const rows = rowsOf([book, other], listing("m01"));
const own = rows.find(({ memberId }) => memberId === account.memberId) as PublicationRow;

test("a published row that its account's lines do not bear out is named", () => {
  assert.equal(flawOfRow(own, lines), undefined);
  const words = (changes: Partial<PublicationRow>) =>
    flawOfRow({ ...own, ...changes }, lines)?.words;
  assert.equal(words({ points: 900 }), `名单第${own.order}行的积分和一本通对不上。`);
  assert.equal(words({ head: "0".repeat(64) }), `名单第${own.order}行和一本通对不上。`);
  assert.equal(words({ seq: 99 }), `名单第${own.order}行和一本通对不上。`);
});

test("a line that was slipped into a published month afterwards shows in the row", () => {
  const late = { ...line(2), countsOn: "2026-01-31" };
  assert.match(
    flawOfRow(own, [line(0), line(1), late, line(3)])?.words ?? "",
    /积分和一本通对不上/,
  );
});

const village = {
  ...{ id: "v", name: "试村", town: "试镇", openYear: 2026, years: [2026], yearStart: 1 },
  settings: defaultSettings,
};
const leaves = rows.map(leafOfRow);
const list = published(
  begun(village, periodOf(2026, "m01", 1), { id: "committee", name: "某某" }, noon),
  rows,
  leaves,
  { objectionDays: 7, at: noon },
);
const listFlaw = (
  some: readonly PublicationRow[],
  changes: Partial<typeof list> = {},
  tree = leaves,
) => flawOfList({ ...list, ...changes }, tree, some)?.words;

test("a list as it was published has no flaw", () => {
  assert.equal(listFlaw(rows), undefined);
});

test("an altered or a missing row of a list is named", () => {
  const [first, second] = rows as [PublicationRow, PublicationRow];
  assert.equal(
    listFlaw([first, { ...second, name: "李六" }]),
    "名单第2行对不上：公示以后被改动过。",
  );
  assert.equal(listFlaw([second]), "名单第1行不见了。");
  assert.equal(listFlaw([first]), "名单第2行不见了。");
});

test("a row altered together with its hash, or an altered root, shows in the root", () => {
  const [first, second] = rows as [PublicationRow, PublicationRow];
  const altered = [first, { ...second, name: "李六" }];
  assert.match(listFlaw(altered, {}, altered.map(leafOfRow)) ?? "", /核对码对不上/);
  assert.match(listFlaw(rows, { root: "0".repeat(64) }) ?? "", /核对码对不上/);
  assert.match(listFlaw([first], {}, leaves.slice(0, 1)) ?? "", /核对码对不上/);
});
