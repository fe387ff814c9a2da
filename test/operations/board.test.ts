import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { unzipSync } from "fflate";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import type { SdkDocument } from "../../cloudbase/sdk.ts";
import type { Api } from "../../core/api.ts";
import { idOf } from "../../core/kernel/ids.ts";
import { sdkOf } from "../support/everything.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../support/village.ts";

/** The board, its figures, its code and its sheet for the wall, through the bundled function. */

const year = thisYear - 1;
const monthNow = today.slice(5, 7);
let cloud: TestCloud;
let village: Village;

type Asked = Omit<Api["getBoard"]["input"], "villageId">;

const board = (input: Asked = {}, name = "stranger") =>
  village.ask(name, "getBoard", { villageId: "board", year, ...input });

/** A clean-up of a day, approved by the secretary of the first branch. */
async function deed(name: string, day: string, gradeId = "normal"): Promise<void> {
  const submissionId = `${name}-${day}`;
  await village.ask(name, "submitDuty", { ...cleanup(submissionId), workedOn: day });
  const decision = { decision: "approve", submissionId, gradeId } as const;
  await village.ask("chief", "reviewSubmission", decision);
}

/** A booklet of the year before, as a year from paper would have made it. */
async function bookletBefore(name: string, byMonth: Record<string, number>): Promise<void> {
  const accounts = sdkOf(cloud.cloud).collection("accounts");
  const { data } = await accounts.doc(idOf.account(village.memberId(name), year)).get();
  const { _id, ...like } = data ?? {};
  const id = idOf.account(village.memberId(name), year - 1);
  const months = { ...(like.byMonth as object), ...byMonth };
  await accounts.doc(id).set({ data: { ...like, year: year - 1, byMonth: months } });
}

const settings = (boardNames: "full" | "masked", boardRanked: boolean) =>
  village.ask("founder", "changeSettings", {
    ...{ boardNames, boardRanked, objectionDays: 7, answerDays: 15 },
  });

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "board", year);
  await bookletBefore("ben", { "01": 100, "05": 900 });
  for (const day of ["01-05", "02-05", "05-09"]) await deed("anna", `${year}-${day}`);
  await deed("ben", `${year}-01-06`, "major");
});
after(() => cloud.close());

const shown = (rows: Api["getBoard"]["output"]["rows"]) =>
  rows.map(({ rank, name, points }) => [rank, name, points]);

test("a quarter sums its months; two members in it share a rank where they tie", async () => {
  const first = await board({ quarter: 1 });
  assert.deepEqual(
    [first.title, first.titleBefore],
    [`${year}年第一季度`, `${year - 1}年第一季度`],
  );
  assert.deepEqual(shown(first.rows.slice(0, 3)), [
    [1, "anna", 400],
    [2, "ben", 300],
    [3, "发起人", 0],
  ]);
  assert.equal(first.rows.at(-1)?.rank, 3);
  assert.deepEqual([first.total, first.totalYearBefore], [700, 100]);
  const second = await board({ quarter: 2 });
  assert.deepEqual([second.total, second.totalYearBefore], [200, 900]);
});

test("a month and a quarter at once, and an average of members, are no question", async () => {
  for (const input of [{ month: "01", quarter: 1 }, { order: "average" }]) {
    const reply = await village.raw("stranger", "getBoard", { villageId: "board", ...input });
    assert.equal(reply.ok || reply.code, "invalid_input");
  }
});

test("branches by average and by progress, and what each is compared with", async () => {
  const [first, second] = (await board({ by: "branches", order: "average" })).rows;
  assert.deepEqual(first, {
    ...{ rank: 1, name: "第一党支部", members: 6, points: 900, average: 150, change: -100 },
  });
  assert.deepEqual([second?.average, second?.change], [0, undefined]);
  const progress = await board({ by: "members", order: "progress", quarter: 1 });
  assert.deepEqual([progress.rows[0]?.name, progress.rows[0]?.change], ["ben", 200]);
});

test("a year under way is compared with the same months of the year before", async () => {
  await village.ask("founder", "openYear", { year: thisYear });
  assert.equal(
    (await board({ year: thisYear })).comparedUntil,
    monthNow === "12" ? undefined : monthNow,
  );
  assert.equal((await board()).comparedUntil, undefined);
});

test("who is far down finds the own place at once, with the page to turn to", async () => {
  const own = await board({ search: "anna" }, "ben");
  assert.deepEqual([own.count, own.mine?.rank, own.mine?.place, own.mine?.skip], [1, 2, 1, 0]);
  assert.equal((await board({}, "stranger")).mine, undefined);
  const branch = await board({ by: "branches" }, "far");
  assert.deepEqual([branch.mine?.name, branch.mine?.rank], ["第二党支部", 2]);
});

test("a search keeps the ranks of the whole list", async () => {
  assert.deepEqual(shown((await board({ search: "be" })).rows), [[2, "ben", 300]]);
  assert.deepEqual((await board({ search: "nobody" })).rows, []);
});

test("a masked name is found by what the wall shows of it, and by nothing else", async () => {
  await settings("masked", true);
  const find = async (search: string) => (await board({ search })).rows.map(({ name }) => name);
  assert.deepEqual(await find("anna"), []);
  assert.deepEqual(await find("起人"), []);
  assert.deepEqual(await find("a"), ["a***"]);
  assert.deepEqual(await find("发*"), ["发**"]);
  await settings("full", true);
});

test("a village that does not rank gives no rank and no order by points, whatever was asked", async () => {
  await settings("full", false);
  const { ranked, order, rows, mine } = await board({ order: "progress" }, "ben");
  assert.deepEqual([ranked, order, mine?.rank, mine?.points], [false, undefined, undefined, 300]);
  const branches = rows.map(({ branch }) => branch);
  assert.deepEqual(branches, [
    ...branches.slice(0, 6).fill("第一党支部"),
    ...Array(3).fill("第二党支部"),
  ]);
  assert.deepEqual([rows[0]?.name, rows[3]?.name, rows[4]?.name], ["发起人", "anna", "ben"]);
  assert(rows.every((row) => row.rank === undefined && row.change === undefined));
  await settings("full", true);
});

test("the village's months beside the year before's, and the mix by category", async () => {
  const { months, categories, own, years } = await village.ask("stranger", "getFigures", {
    ...{ villageId: "board", year },
  });
  assert.deepEqual(months[0], { month: "01", points: 500, before: 100 });
  assert.deepEqual(months[3], { month: "04", points: 0, before: 0 });
  assert.equal(
    categories.reduce((sum, { points }) => sum + points, 0),
    900,
  );
  assert.deepEqual([own, years], [undefined, [thisYear, year]]);
});

test("a member sees the own months, and nobody else's", async () => {
  const { own } = await village.ask("ben", "getFigures", { villageId: "board", year });
  assert.deepEqual(own?.[0], { month: "01", points: 300, before: 100 });
  const { own: none } = await village.ask("anna", "getFigures", {
    ...{ villageId: "board", year: year - 1 },
  });
  assert.equal(none, undefined);
});

test("a month that has not begun has no points yet", async () => {
  const { months } = await village.ask("stranger", "getFigures", {
    ...{ villageId: "board", year: thisYear },
  });
  const begun = months.filter(({ points }) => points !== undefined).map(({ month }) => month);
  assert.deepEqual([begun.length, begun.at(-1)], [Number(monthNow), monthNow]);
});

test("the code on a shared picture opens the board of that very period", async () => {
  const { picture } = await village.ask("stranger", "getBoardCode", {
    ...{ villageId: "board", year, quarter: 1, by: "branches" },
  });
  const { data, width, height } = PNG.sync.read(Buffer.from(picture?.base64 ?? "", "base64"));
  const code = jsQR(new Uint8ClampedArray(data), width, height);
  assert.equal(code?.data, `wxacode:pages/board/index?scene=board.${year}.q1.branches`);
});

/** The parts of a Word document by their path. */
function partsOf(document: string): (path: string) => string {
  const parts = unzipSync(Buffer.from(document, "base64"));
  return (path) => Buffer.from(parts[path] ?? []).toString("utf8");
}

test("a publication is printed in A3, its head on every sheet, with the root in full and a code", async () => {
  const { ask, raw } = village;
  const publicationId = `board-${year}-m01`;
  await ask("founder", "publishPeriod", { year, part: "m01" });
  const { document, fileName } = await ask("founder", "printPublication", { publicationId });
  assert.equal(fileName, `试村${year}年1月积分公示.docx`);
  const part = partsOf(document);
  const xml = part("word/document.xml");
  const { root } = await ask("stranger", "getPublication", { publicationId });
  for (const said of [root, "试村党员积分公示", `${year}年1月`, "anna", "第二党支部", "名次"]) {
    assert(xml.includes(`>${said}`), said);
  }
  assert.match(xml, /<w:pgSz w:w="16838" w:h="23811"/);
  assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, 1);
  assert.equal(xml.match(/<w:tr>/g)?.length, 10);
  assert.match(xml, /<w:drawing>/);
  assert.match(part("word/footer1.xml"), /试村党员积分公示/);
  const other = await raw("founder", "printPublication", { publicationId: "nowhere-2014" });
  assert.equal(other.ok || other.code, "not_found");
});

test("another village's committee cannot print it", async () => {
  const other = await makeVillage(cloud, "next", year);
  const reply = await other.raw("founder", "printPublication", {
    ...{ publicationId: `board-${year}-m01` },
  });
  assert.equal(reply.ok || reply.code, "not_found");
});

test("two thousand members: one call under 20 KB, then page by page, and the last finds the own place", async () => {
  const accounts = sdkOf(cloud.cloud).collection("accounts");
  const { data } = await accounts.doc(idOf.account(village.memberId("far"), year)).get();
  const more = Array.from({ length: 2000 }, (_, index) => {
    const memberId = `board-m${1000 + index}`;
    const byMonth = { ...(data?.byMonth as object), "03": 1000 + index };
    const doc = { ...data, _id: idOf.account(memberId, year), memberId, byMonth };
    return { ...doc, memberName: `党员${index}` };
  });
  for (let from = 0; from < more.length; from += 1000) {
    await accounts.add({ data: more.slice(from, from + 1000) as unknown as SdkDocument });
  }
  const first = await board({}, "far");
  assert(JSON.stringify(first).length < 20_000, "the first screen is under 20 KB");
  assert.deepEqual([first.count, first.rows.length, first.more], [2009, 20, true]);
  assert.equal(first.rows[0]?.points, 2999);
  const { mine } = first;
  assert.deepEqual([mine?.rank, mine?.skip], [2003, 2000]);
  const last = await board({ skip: mine?.skip ?? 0 }, "far");
  assert.deepEqual([last.rows.length, last.more], [9, false]);
  assert(last.rows.some(({ name }) => name === "far"));
  const progress = await board({ order: "progress", quarter: 1, search: "党员1999" });
  assert.deepEqual(shown(progress.rows), [[undefined, "党员1999", 2999]]);
});
