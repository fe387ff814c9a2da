import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everything } from "../support/everything.ts";
import {
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  type Village,
} from "../support/village.ts";

/** Past years from paper booklets, through the bundled function, the real SDK and the local cloud. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "paper");
});
after(() => cloud.close());

const line = (ordinal: number, ruleId: string, times: number, points: number) => ({
  ...{ ordinal, ruleId, times, points },
});

/** anna has booklet 4, ben 5; half points, and more than one would have got by the rules of today. */
const parts = [
  [line(5, "mediation", 2, 650), line(4, "cleanup", 12, 2400)],
  [line(4, "honour", 1, 1000)],
];
const year = 2013;
const batch = { year, batchId: "b1" };
const whole = { ...batch, parts: 2, knownTotal: 4050 };
const confirm = { decision: "confirm" as const, ...batch };

async function enter({ ask }: Village, some: typeof parts, of: typeof batch, knownTotal: number) {
  for (const [part, lines] of some.entries()) {
    await ask("founder", "enterPaperLines", { ...of, part, lines });
  }
  return ask("founder", "enterPaperYear", { ...of, parts: some.length, knownTotal });
}

test("the form begins with the newest year that has no booklets", async () => {
  const form = await village.ask("founder", "getPaperForm", {});
  assert.deepEqual([form.year, form.last], [thisYear - 1, thisYear - 1]);
  assert.deepEqual(form.members[3], { ordinal: 4, name: "anna" });
  assert.deepEqual(form.rules[1], { id: "cleanup", title: "环境卫生" });
  assert.deepEqual([form.paper, form.hindrance], [undefined, undefined]);
});

test("a batch comes in parts, is checked whole, and waits without recording anything", async () => {
  const { ask } = village;
  assert.deepEqual(await enter(village, parts, batch, 4050), {
    ...{ status: "proposed", lines: 3, booklets: 2 },
  });
  const { entries = [], accounts = [] } = await everything(cloud.cloud);
  assert.deepEqual(
    [entries.length, accounts.filter((account) => account.year === year).length],
    [0, 0],
  );
  const { paper } = await ask("deputy", "getPaperForm", { year });
  assert.deepEqual(paper?.byRule, [
    { title: "邻里纠纷调解", times: 2, points: 650 },
    { title: "环境卫生", times: 12, points: 2400 },
    { title: "市、区、镇荣誉称号", times: 1, points: 1000 },
  ]);
  assert.deepEqual(paper?.may, { confirm: true, withdraw: false, goOn: false });
  assert.deepEqual((await ask("deputy", "getDesk", {})).papers, [year]);
  assert.deepEqual((await ask("founder", "getDesk", {})).papers, []);
});

test("whoever confirms reads it booklet by booklet", async () => {
  const { rows, more } = await village.ask("deputy", "listPaperLines", { year });
  assert.equal(more, false);
  assert.deepEqual(
    rows.map(({ ordinal, name, points, lines }) => [ordinal, name, points, lines.length]),
    [
      [4, "anna", 3400, 2],
      [5, "ben", 650, 1],
    ],
  );
});

test("the same batch sent again answers as the first time and changes nothing", async () => {
  const was = await everything(cloud.cloud);
  assert.deepEqual(await enter(village, parts, batch, 4050), {
    ...{ status: "proposed", lines: 3, booklets: 2 },
  });
  assert.deepEqual(await everything(cloud.cloud), was);
});

test("confirmed ten times at once, every line is written once", async () => {
  const { raw } = village;
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => raw("deputy", "confirmPaperYear", confirm)),
  );
  assert.deepEqual(
    replies.map((reply) => reply.ok && reply.value),
    Array.from({ length: 10 }, () => ({ status: "written", left: 0 })),
  );
  const { entries = [], accounts = [] } = await everything(cloud.cloud);
  assert.deepEqual(
    entries.map(({ _id }) => _id),
    [
      "opening-paper-m4_2013-cleanup",
      "opening-paper-m4_2013-honour",
      "opening-paper-m5_2013-mediation",
    ],
  );
  assert.equal(accounts.filter((account) => account.year === year).length, 9, "one for everybody");
});

test("the year joins the village's years, and what is open stays open", async () => {
  const { ask } = village;
  const board = await ask("stranger", "getBoard", { villageId: "paper", year });
  assert.deepEqual([board.total, board.years], [4050, [thisYear, year]]);
  assert.equal((await ask("founder", "getSettings", {})).openYear, thisYear);
});

test("the passbook of the year says what the paper says, and who answers for it", async () => {
  const book = await village.ask("anna", "getPassbook", { year });
  assert.equal(book.balance, 3400);
  assert.deepEqual(
    book.entries.map(({ kind, points, approver, why }) => [kind, points, approver, why]),
    [
      [
        ...["opening", 1000, "发起人、deputy"],
        "据2013年纸质一本通：市、区、镇荣誉称号1次，共10分。",
      ],
      ["opening", 2400, "发起人、deputy", "据2013年纸质一本通：环境卫生12次，共24分。"],
    ],
  );
  assert.deepEqual(book.byRule, [
    { rule: "环境卫生", times: 12, points: 2400 },
    { rule: "市、区、镇荣誉称号", times: 1, points: 1000 },
  ]);
});

test("pressed again, it says that all is written, to whoever asks", async () => {
  for (const name of ["deputy", "founder"]) {
    assert.deepEqual(await village.ask(name, "confirmPaperYear", confirm), {
      ...{ status: "written", left: 0 },
    });
  }
  assert.deepEqual(await village.ask("founder", "enterPaperYear", whole), {
    ...{ status: "written", lines: 3, booklets: 2 },
  });
});

test("an opening line can be undone, and every account is sound", async () => {
  const { ask, memberId } = village;
  const entryId = "opening-paper-m4_2013-honour";
  const { balance } = await ask("founder", "reverseEntry", { entryId, reason: "抄错了一本" });
  assert.equal(balance, 2400);
  for (const [name, lines] of [
    ["anna", 3],
    ["ben", 1],
    ["late", 0],
  ] as const) {
    const verified = await ask("anna", "verifyAccount", { memberId: memberId(name), year });
    assert.deepEqual([verified.intact, verified.entries], [true, lines], name);
  }
});

test("a batch that was rejected or taken back makes room for a better one", async () => {
  const { ask, raw } = village;
  const wrong = { year: 2012, batchId: "wrong" };
  await enter(village, [[line(4, "cleanup", 1, 200)]], wrong, 200);
  const reason = "漏了一本";
  await ask("deputy", "confirmPaperYear", { decision: "reject", ...wrong, reason });
  assert.equal((await ask("founder", "getPaperForm", { year: 2012 })).paper?.rejection, reason);
  const better = { year: 2012, batchId: "better" };
  await enter(village, [[line(4, "cleanup", 2, 400)]], better, 400);
  await ask("founder", "withdrawPaperYear", better);
  const again = await raw("founder", "enterPaperYear", { ...better, parts: 1, knownTotal: 400 });
  assert.equal(again.ok || again.code, "decision_made", "another try has another id");
  const best = { year: 2012, batchId: "best" };
  await enter(village, [[line(4, "cleanup", 3, 600)]], best, 600);
  const stale = await raw("deputy", "confirmPaperYear", { decision: "confirm", ...better });
  assert.equal(stale.ok || stale.code, "draft_changed", "who confirms confirms what they saw");
  await ask("deputy", "confirmPaperYear", { decision: "confirm", ...best });
  assert.equal((await ask("anna", "getPassbook", { year: 2012 })).balance, 600);
});

test("a line that is wrong is named by its place, and nothing waits", async () => {
  const { raw } = village;
  const of = { year: 2011, batchId: "bad" };
  const placeOf = async (wrong: ReturnType<typeof line>) => {
    const lines = [line(4, "cleanup", 1, 200), wrong];
    await village.ask("founder", "enterPaperLines", { ...of, part: 0, lines });
    const whole = { ...of, parts: 1, knownTotal: 400 };
    const reply = await raw("founder", "enterPaperYear", whole);
    return reply.ok ? [] : [reply.code, reply.place];
  };
  assert.deepEqual(await placeOf(line(99, "cleanup", 1, 200)), ["not_found", "lines.1"]);
  assert.deepEqual(await placeOf(line(5, "dancing", 1, 200)), ["unknown_rule", "lines.1"]);
  assert.deepEqual(await placeOf(line(4, "cleanup", 1, 200)), ["duplicate_id", "lines.1"]);
  assert.equal((await village.ask("founder", "getPaperForm", { year: 2011 })).paper, undefined);
});

test("a batch of which a part never arrived is refused", async () => {
  const of = { year: 2011, batchId: "half" };
  await village.ask("founder", "enterPaperLines", {
    ...{ ...of, part: 0, lines: [line(4, "cleanup", 1, 200)] },
  });
  const reply = await village.raw("founder", "enterPaperYear", {
    ...{ ...of, parts: 2, knownTotal: 200 },
  });
  assert.equal(reply.ok || reply.code, "invalid_input");
});

test("a village larger than one call is written in several, and goes on where it stood", async () => {
  const large = await makeVillage(cloud, "large");
  const { ask, villageId } = large;
  const others = Array.from({ length: 45 }, (_, index) => index + 10);
  for (let start = 0; start < others.length; start += 20) {
    await Promise.all(
      others.slice(start, start + 20).map((ordinal) =>
        ask("founder", "enrolMember", {
          ...{ ordinal, name: `第${ordinal}人`, branchId: `${villageId}-b1`, hamlet: "东浜" },
        }),
      ),
    );
  }
  const lines = [2, 3, 53, 54].map((ordinal) => line(ordinal, "cleanup", 1, 200));
  await enter(large, [lines], batch, 800);
  assert.deepEqual(await ask("deputy", "confirmPaperYear", confirm), {
    ...{ status: "confirmed", left: 4 },
  });
  const halfway = await ask("founder", "getPaperForm", { year });
  assert.deepEqual(halfway.paper?.may, { confirm: false, withdraw: false, goOn: true });
  assert.deepEqual((await ask("founder", "getDesk", {})).papers, [year]);
  const { years } = await ask("stranger", "getBoard", { villageId });
  assert.deepEqual(years, [thisYear], "half a year is nobody's to see");
  assert.deepEqual(await ask("founder", "confirmPaperYear", confirm), {
    ...{ status: "written", left: 0 },
  });
  const board = await ask("stranger", "getBoard", { villageId, year });
  assert.deepEqual([board.total, board.years], [800, [thisYear, year]]);
});
