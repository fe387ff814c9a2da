import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../support/village.ts";

/** The main job through the bundled function, the real SDK and the local cloud. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "main");
});
after(() => cloud.close());

test("a member claims a post, and the branch's secretary confirms", async () => {
  const { ask, postId } = village;
  const gridId = "main-g1";
  const { claimId } = await ask("anna", "claimPost", { postId, gridId, speciality: "会开船" });
  const queue = await ask("chief", "getReviewQueue", {});
  assert.deepEqual(
    queue.claims.map(({ member, post, grid, speciality }) => [member, post, grid, speciality]),
    [["anna", "环境卫生工作岗", "第一网格", "会开船"]],
  );
  await ask("chief", "reviewClaim", { decision: "confirm", claimId });
  const { posts } = await ask("anna", "listPosts", {});
  assert.equal(posts[0]?.claim?.status, "confirmed");
  assert.deepEqual(posts[0]?.grids, [{ gridId, grid: "第一网格", places: 1, taken: 1 }]);
});

test("the rule of a member's own post stands first in the form", async () => {
  const form = await village.ask("anna", "getDutyForm", {});
  assert.deepEqual([form.rules[0]?.id, form.rules[0]?.mine], ["cleanup", true]);
  assert.equal(form.today, today);
  assert.equal(form.earliest, `${thisYear}-01-01`);
});

test("a submission goes to the secretary, and approved as major it counts 3 points", async () => {
  const { ask } = village;
  await ask("anna", "submitDuty", cleanup("s1"));
  const queue = await ask("chief", "getReviewQueue", {});
  assert.deepEqual(
    queue.rows.map(({ id, member, rule, status }) => [id, member, rule, status]),
    [["s1", "anna", "环境卫生", "pending"]],
  );
  const shown = await ask("chief", "getSubmission", { submissionId: "s1" });
  assert.deepEqual(shown.may, {
    ...{ review: true, undo: false, withdraw: false, resubmit: false, answer: false },
  });
  const decision = { decision: "approve", submissionId: "s1", gradeId: "major" } as const;
  assert.deepEqual(await ask("chief", "reviewSubmission", decision), {
    status: "approved",
    ...{ points: 300, others: 0 },
  });
});

test("the passbook shows the line and why it counts what it does", async () => {
  const book = await village.ask("anna", "getPassbook", {});
  assert.equal(book.balance, 300);
  assert.deepEqual(book.byRule, [{ rule: "环境卫生", times: 1, points: 300 }]);
  const [line] = book.entries;
  assert.equal(line?.approver, "chief");
  assert.match(line?.why ?? "", /第二条“环境卫生”，为整治作出重大贡献，计3分/);
});

test("the board moves for a villager without account, by member, branch and grid", async () => {
  const { ask } = village;
  const villageId = "main";
  const board = await ask("stranger", "getBoard", { villageId });
  assert.equal(board.total, 300);
  assert.deepEqual(board.rows[0], {
    ...{ rank: 1, name: "anna", branch: "第一党支部", grid: "第一网格", points: 300 },
  });
  assert.equal(board.rows.length, 9, "everybody with a booklet stands on the board");
  assert.deepEqual(new Set(board.rows.slice(1).map(({ rank }) => rank)), new Set([2]));
  const byBranch = await ask("stranger", "getBoard", { villageId, by: "branches" });
  assert.deepEqual(byBranch.rows, [
    { rank: 1, name: "第一党支部", points: 300, members: 6, average: 50 },
    { rank: 2, name: "第二党支部", points: 0, members: 3, average: 0 },
  ]);
  const month = today.slice(5, 7);
  const byGrid = await ask("stranger", "getBoard", { villageId, by: "grids", month });
  const first = { rank: 1, name: "第一网格", points: 300, members: 5, average: 60 };
  assert.deepEqual(byGrid.rows[0], first);
  const otherMonth = month === "01" ? "02" : "01";
  const { total } = await ask("stranger", "getBoard", { villageId, month: otherMonth });
  assert.equal(total, 0);
});

test("a returned submission carries its reason and goes in again, mended", async () => {
  const { ask } = village;
  await ask("anna", "submitDuty", cleanup("s2"));
  const back = { decision: "return", submissionId: "s2", reason: "照片不清楚" } as const;
  assert.deepEqual(await ask("chief", "reviewSubmission", back), {
    status: "returned",
    points: 0,
    others: 0,
  });
  const home = await ask("anna", "getHome", { villageId: "main" });
  assert.equal(home.me?.returned, 1);
  const mine = await ask("anna", "listMySubmissions", {});
  assert.deepEqual(
    mine.rows.map(({ id, status, reason }) => [id, status, reason]),
    [
      ["s2", "returned", "照片不清楚"],
      ["s1", "approved", undefined],
    ],
  );
  await ask("anna", "resubmitDuty", { ...cleanup("s2"), text: "打扫了河边和桥头" });
  const { rows } = await ask("chief", "getReviewQueue", {});
  assert.deepEqual(
    rows.map(({ text }) => text),
    ["打扫了河边和桥头"],
  );
});

test("a withdrawn submission leaves the queue", async () => {
  await village.ask("anna", "withdrawSubmission", { submissionId: "s2" });
  assert.deepEqual((await village.ask("chief", "getReviewQueue", {})).rows, []);
});

test("a reversal keeps both lines to be seen, and restores balance, month and board", async () => {
  const { ask, memberId } = village;
  const reversed = await ask("founder", "reverseEntry", { entryId: "award-s1", reason: "记错了" });
  assert.deepEqual(reversed, { reversalId: "reversal-award-s1", balance: 0 });
  const book = await ask("anna", "getPassbook", {});
  assert.deepEqual(
    book.entries.map(({ id, points, reversedBy, reverses }) => [id, points, reversedBy, reverses]),
    [
      ["reversal-award-s1", -300, undefined, "award-s1"],
      ["award-s1", 300, "reversal-award-s1", undefined],
    ],
  );
  assert.deepEqual(book.byRule, []);
  assert.equal((await ask("stranger", "getBoard", { villageId: "main" })).total, 0);
  const verified = await ask("stranger", "verifyAccount", {
    memberId: memberId("anna"),
    year: thisYear,
  });
  assert.equal(verified.intact, true);
  assert.equal(verified.entries, 2);
});

test("a member's new phone takes the member's place, and the old one is let go", async () => {
  const { ask, raw, memberId } = village;
  const { code } = await ask("founder", "transferMember", { memberId: memberId("ben") });
  assert.deepEqual(await raw("ben", "getMe", {}), {
    ...{ ok: false, code: "not_signed_in", message: "请先用邀请码登录" },
  });
  const me = await ask("bens-new-phone", "signIn", { code: ` ${code.toLowerCase()} ` });
  assert.equal(me.name, "ben");
  assert.equal((await ask("bens-new-phone", "getMe", {})).memberId, memberId("ben"));
});

test("a new year opens new booklets; pressed twice, it opens none twice", async () => {
  const { ask } = village;
  await ask("founder", "openYear", { year: thisYear });
  const board = await ask("stranger", "getBoard", { villageId: "main" });
  assert.equal(board.rows.length, 9);
  assert.deepEqual(board.years, [thisYear]);
});

test("masked names and no ranking, where the village decides so", async () => {
  const { ask } = village;
  await ask("founder", "changeSettings", {
    ...{ boardNames: "masked", boardRanked: false },
    ...{ objectionDays: 7, answerDays: 15 },
  });
  const board = await ask("stranger", "getBoard", { villageId: "main" });
  assert.equal(board.ranked, false);
  assert.deepEqual(board.rows[0], {
    ...{ name: "发**", branch: "第一党支部", grid: "第一网格", points: 0 },
  });
});

test("a notice goes to the secretary who allowed one, once for each tap", async () => {
  const { ask, openid } = village;
  await ask("chief", "allowNotices", { kinds: ["toReview"] });
  await ask("anna", "submitDuty", cleanup("s3"));
  await ask("anna", "submitDuty", cleanup("s4"));
  const sent = cloud.cloud
    .outbox()
    .filter(({ api }) => api === "subscribeMessage.send")
    .map(({ data }) => data.touser);
  assert.deepEqual(sent, [openid("chief")]);
});

test("a new rulebook scores from its day on; what was handed in before keeps its version", async () => {
  const { ask } = await makeVillage(cloud, "rules", thisYear - 1);
  await ask("founder", "openYear", { year: thisYear });
  await ask("anna", "submitDuty", cleanup("before"));
  const { scheme } = await ask("founder", "getDraft", {});
  const dearer = scheme.rules.map((rule) => ({
    ...rule,
    grades: rule.grades.map((grade) => ({ ...grade, points: grade.points + 300 })),
  }));
  const draft = { ...scheme, title: "新细则", rules: dearer };
  const { revision } = await ask("founder", "saveDraft", { revision: 0, scheme: draft });
  const published = { revision, effectiveFrom: today };
  assert.deepEqual(await ask("founder", "publishRulebook", published), { version: 2 });
  await ask("anna", "submitDuty", cleanup("after"));
  const counted = async (submissionId: string) => {
    const decision = { decision: "approve", submissionId, gradeId: "normal" } as const;
    return (await ask("chief", "reviewSubmission", decision)).points;
  };
  assert.deepEqual([await counted("before"), await counted("after")], [200, 500]);
  const { entries } = await ask("anna", "getPassbook", {});
  assert.match(entries[0]?.why ?? "", /《新细则》第2版/);
  assert.match(entries[1]?.why ?? "", /第1版/);
  const day = `${thisYear - 1}-12-31`;
  const old = await ask("stranger", "getRulebook", { villageId: "rules", day });
  assert.equal(old.version, 1);
});

test("a member moves through a long passbook page by page, without a gap and without a repeat", async () => {
  const { ask } = await makeVillage(cloud, "pages");
  for (let index = 0; index < 23; index++) {
    const submissionId = `p${index}`;
    await ask("anna", "submitDuty", cleanup(submissionId));
    const decision = { decision: "approve", submissionId, gradeId: "normal" } as const;
    await ask("chief", "reviewSubmission", decision);
  }
  const first = await ask("anna", "getPassbook", {});
  const rest = await ask("anna", "getPassbook", { before: first.entries.at(-1)?.seq });
  assert.deepEqual([first.more, rest.more], [true, false]);
  const seqs = [...first.entries, ...rest.entries].map(({ seq }) => seq);
  assert.deepEqual(
    seqs,
    Array.from({ length: 23 }, (_, index) => 23 - index),
  );
  const mine = await ask("anna", "listMySubmissions", { skip: 20 });
  assert.deepEqual([mine.rows.length, mine.more], [3, false]);
});
