import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sentences } from "../../core/kernel/refusal.ts";
import { chatAs, endedIn, enterAs } from "../support/chatting.ts";
import { everything, sdkOf } from "../support/everything.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../support/village.ts";

/** The conversation, through the bundled function: WeChat's push goes in, its message comes out. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "chat");
});
after(() => cloud.close());

const says = (name: string, text: string) => chatAs(cloud.cloud, village.openid(name), text);
const submit = (who: string, id: string, change: object = {}) =>
  village.ask(who, "submitDuty", { ...cleanup(id), ...change });
const statusOf = async (submissionId: string) =>
  (await village.ask("founder", "getSubmission", { submissionId })).status;
const day = `${Number(today.slice(5, 7))}月${Number(today.slice(8, 10))}日`;

/** Nothing waits any more, so that the next test lists its own from 1. */
async function clear(): Promise<void> {
  const { rows } = await village.ask("founder", "getReviewQueue", {});
  for (const { id: submissionId } of rows) {
    const reason = "清空";
    await village.ask("founder", "reviewSubmission", { decision: "return", submissionId, reason });
  }
}

test("待办 lists what waits: number, member, rule, points, day, and a line of what was done", async () => {
  await submit("anna", "first");
  await submit("ben", "second", { text: "扫了村道，\n又清了河边的垃圾" });
  const higher = "2分，重大3分";
  assert.equal(
    await says("chief", "待办"),
    [
      `1 anna：环境卫生\n　${higher}，${day}\n　打扫了河边`,
      `2 ben：环境卫生\n　${higher}，${day}\n　扫了村道， 又清了河边的垃圾`,
    ].join("\n"),
  );
});

test("通过 runs the operation of the page, and says what was recorded", async () => {
  const answer = await says("chief", "通过2");
  assert.equal(answer, "2 ben：环境卫生，已通过，记2分\n十分钟以内可以写“撤销”。");
  const { status, points } = await village.ask("ben", "getSubmission", { submissionId: "second" });
  assert.deepEqual([status, points], ["approved", 200]);
});

test("a number that is decided already is refused in the words of the page, with the list as it is now", async () => {
  const answer = await says("chief", "通过 2");
  assert.deepEqual(answer.split("\n").slice(0, 4), [
    "没有办：",
    `2 ben：环境卫生，${sentences.already_reviewed}`,
    "有的编号过时了，请看现在的列表：",
    "1 anna：环境卫生",
  ]);
});

test("看 sends the card that opens the submission", async () => {
  const answer = await says("chief", "看 1");
  assert.equal(answer, "1 anna：环境卫生 → /packages/review/review/index?submissionId=first");
});

test("撤销 takes the last decision back by a reversal line, and what is approved again is recorded again", async () => {
  assert.match(await says("chief", "重大1"), /已通过，记3分/);
  assert.equal(await says("chief", "撤销"), "1 anna：环境卫生，已撤销，重新等您审核");
  assert.equal(await statusOf("first"), "pending");
  assert.match(await says("chief", "撤销"), /没有可以撤销的/);
  assert.match(await says("chief", "通过 1"), /已通过，记2分/);
  const { entries, balance } = await village.ask("anna", "getPassbook", {});
  assert.deepEqual(
    entries.map(({ id, points }) => [id, points]),
    [
      ["award-first.2", 200],
      ["reversal-award-first", -300],
      ["award-first", 300],
    ],
  );
  assert.equal(balance, 200);
  const account = { memberId: village.memberId("anna"), year: thisYear };
  assert.equal((await village.ask("anna", "verifyAccount", account)).intact, true);
});

test("撤销 takes back the lines of whoever took part too, and both are recorded again", async () => {
  await submit("anna", "common", { participantIds: [village.memberId("ben")] });
  await village.ask("ben", "answerParticipation", { submissionId: "common", answer: "yes" });
  await says("chief", "待办");
  assert.match(await says("chief", "通过 1"), /记2分，一起做的1位也记了分/);
  await says("chief", "撤销");
  const ofBen = async () => (await village.ask("ben", "getPassbook", {})).entries;
  assert.equal((await ofBen())[0]?.id, `reversal-award-common.${village.memberId("ben")}`);
  assert.match(await says("chief", "通过 1"), /一起做的1位也记了分/);
  assert.equal((await ofBen())[0]?.id, `award-common.2.${village.memberId("ben")}`);
});

test("退回 gives the reason on, and 撤销 lets it wait again unless it was mended meanwhile", async () => {
  await submit("anna", "third");
  await says("chief", "待办");
  assert.match(await says("chief", "退回 1 照片看不清"), /已退回/);
  const seen = await village.ask("anna", "getSubmission", { submissionId: "third" });
  assert.equal(seen.reason, "照片看不清");
  assert.match(await says("chief", "撤销"), /已撤销/);
  assert.equal(await statusOf("third"), "pending");
  await says("chief", "退回 1 照片看不清");
  await village.ask("anna", "resubmitDuty", { ...cleanup("third"), text: "重新写了" });
  assert.equal(
    await says("chief", "撤销"),
    `没有办：\n1 anna：环境卫生，${sentences.not_undoable}`,
  );
  const answer = await says("chief", "通过 1");
  assert.match(answer, new RegExp(sentences.mended_meanwhile));
  assert.match(answer, /\n1 anna：环境卫生\n.*\n　重新写了/);
  assert.equal(await statusOf("third"), "pending");
  await clear();
});

test("several numbers are each decided, and one message says which went and which did not", async () => {
  for (const id of ["m1", "m2", "m3"]) await submit("anna", id);
  await submit("chief", "own");
  await says("chief", "待办");
  await village.ask("deputy", "reviewSubmission", {
    ...{ decision: "approve", submissionId: "m2", gradeId: "normal" },
  });
  const answer = await says("chief", "通过 1 2 9");
  assert.deepEqual(answer.split("\n").slice(0, 4), [
    "1 anna：环境卫生，已通过，记2分",
    "没有办：",
    `2 anna：环境卫生，${sentences.already_reviewed}`,
    "9 列表里没有这一条",
  ]);
  assert.equal(await statusOf("m3"), "pending");
  assert.equal(await statusOf("own"), "pending");
  await clear();
});

test("更多 goes on with the numbers, five at a time", async () => {
  for (let nth = 1; nth <= 7; nth++) await submit("anna", `page${nth}`);
  const first = await says("chief", "待办");
  assert.match(first, /\n5 anna/);
  assert.doesNotMatch(first, /\n6 anna/);
  assert.match(first, /后面还有2件，写“更多”/);
  const next = await says("chief", "更多");
  assert.match(next, /^6 anna：环境卫生\n/);
  assert.match(await says("chief", "更多"), /后面没有了/);
  assert.match(await says("chief", "通过 7"), /^7 anna：环境卫生，已通过/);
  assert.equal(await statusOf("page7"), "approved");
});

test("全部通过 asks once with how many and how many points, and 确认 does exactly those", async () => {
  const asked = await says("chief", "全部通过");
  assert.match(asked, /^要通过列表里的6件（1、2、3、4、5、6），一共12分。/);
  await submit("anna", "since");
  const answer = await says("chief", "确认");
  assert.equal(answer.match(/已通过/g)?.length, 6);
  assert.equal(await statusOf("page1"), "approved");
  assert.equal(await statusOf("since"), "pending");
  assert.match(await says("chief", "确认"), /没有等您确认的事/);
  assert.equal((await says("chief", "撤销")).match(/已撤销/g)?.length, 6);
  assert.equal(await statusOf("page1"), "pending");
  await clear();
});

test("取消 and any other decision end the question", async () => {
  await submit("anna", "q1");
  await submit("anna", "q2");
  await says("chief", "待办");
  await says("chief", "全部通过");
  await says("chief", "取消");
  assert.match(await says("chief", "确认"), /没有等您确认的事/);
  await says("chief", "全部通过");
  await says("chief", "通过 1");
  assert.match(await says("chief", "确认"), /没有等您确认的事/);
  assert.equal(await statusOf("q2"), "pending");
  await clear();
});

test("who has seen no list approves nothing by a number, nor all", async () => {
  await submit("anna", "unseen");
  assert.match(await says("founder", "通过 1"), /^编号过时了，什么也没有办。.*\n1 anna/);
  assert.equal(await statusOf("unseen"), "pending");
  assert.match(await says("deputy", "全部通过"), /^请先看一看.*\n1 anna/);
  assert.equal(await statusOf("unseen"), "pending");
  await clear();
});

test("two who answer the same item at once: one success, one clear sentence", async () => {
  await submit("anna", "both");
  await says("chief", "待办");
  await says("deputy", "待办");
  const answers = await Promise.all([says("chief", "通过 1"), says("deputy", "通过 1")]);
  assert.equal(answers.filter((answer) => /已通过，记2分/.test(answer)).length, 1);
  assert.equal(answers.filter((answer) => answer.includes(sentences.already_reviewed)).length, 1);
});

test("the same MsgId ten times at once decides once and is answered once", async () => {
  await submit("anna", "ten");
  await says("chief", "待办");
  const event = {
    ...{ ToUserName: "gh_local", FromUserName: village.openid("chief"), MsgType: "text" },
    ...{
      CreateTime: Math.ceil(Date.now() / 1000),
      Content: "通过 1",
      MsgId: 24_000_000_000_000_128,
    },
  };
  const pushed = Array.from({ length: 10 }, () => cloud.cloud.push("chat", event));
  assert.deepEqual(new Set(await Promise.all(pushed)), new Set(["success"]));
  const { entries = [] } = await everything(cloud.cloud);
  assert.equal(entries.filter(({ _id }) => String(_id).startsWith("award-ten")).length, 1);
  const ends = (await endedIn(cloud.cloud)).slice(-10).map(([, outcome]) => outcome);
  assert.deepEqual(ends.sort(), [...Array(9).fill("heard_before"), "ok"]);
});

test("what was written before the list came is not about its numbers", async () => {
  await submit("anna", "early");
  await says("chief", "待办");
  const event = {
    ...{ ToUserName: "gh_local", FromUserName: village.openid("chief"), MsgType: "text" },
    ...{
      CreateTime: Math.floor(Date.now() / 1000) - 30,
      Content: "通过 1",
      MsgId: 24_000_000_000_001_024,
    },
  };
  await cloud.cloud.push("chat", event);
  assert.equal(await statusOf("early"), "pending");
  await clear();
});

test("members read their points, their posts and the board, and open the form", async () => {
  const points = await says("anna", "积分");
  assert.match(points, new RegExp(`^${thisYear}年度：[\\d.]+分，第1名\n本月：[\\d.]+分\n`));
  assert.match(await says("anna", "我的岗位"), /还没有认领岗位/);
  const gridId = "chat-g1";
  await village.ask("anna", "claimPost", { postId: village.postId, gridId });
  assert.match(await says("anna", "我的岗位"), /环境卫生工作岗，第一网格：等书记确认/);
  assert.match(await says("anna", "榜"), new RegExp(`^试村${thisYear}年度积分榜.*\n1 anna`));
  assert.equal(await says("anna", "申报"), "写做了什么 → /packages/member/submit/index");
  assert.match(await says("anna", "帮助"), /积分 → /);
  assert.match(await says("chief", "帮助"), /通过 2 → /);
});

test("a village that does not rank shows its branches, and nobody's place", async () => {
  const { openYear: _, next: __, ...settings } = await village.ask("founder", "getSettings", {});
  await village.ask("founder", "changeSettings", { ...settings, boardRanked: false });
  const board = await says("anna", "榜");
  assert.match(board, /\n第一党支部 [\d.]+分\n/);
  assert.doesNotMatch(board, /anna|您：/);
  assert.doesNotMatch(await says("anna", "积分"), /名/);
  await village.ask("founder", "changeSettings", { ...settings, boardRanked: true });
});

test("who may not is told so in the words of the page, and nothing changes", async () => {
  await submit("anna", "closed");
  for (const text of [
    "待办",
    "更多",
    "看 1",
    "通过 1",
    "全部通过",
    "确认",
    "退回 1 不对",
    "撤销",
  ]) {
    assert.equal(await says("ben", text), sentences.not_permitted, text);
    assert.equal(await says("stranger", text), sentences.not_signed_in, text);
  }
  assert.equal(await statusOf("closed"), "pending");
  await clear();
});

test("strangers read what is public, and how to sign in", async () => {
  for (const text of ["积分", "我的岗位", "申报"]) {
    assert.match(await says("stranger", text), /^请先用邀请码登录/);
  }
  assert.match(await says("stranger", "榜"), /^试村/);
  assert.match(await says("stranger", "帮助"), /用邀请码登录/);
});

test("of several villages a stranger reads the one whose page led to the chat", async () => {
  await makeVillage(cloud, "beside");
  assert.match(await says("stranger", "榜"), /请打开小程序/);
  await enterAs(cloud.cloud, village.openid("stranger"), "village=chat");
  assert.match(await says("stranger", "榜"), /^试村/);
});

test("what is not understood names three examples and changes nothing", async () => {
  const db = await everything(cloud.cloud);
  assert.match(await says("chief", "今天天气好"), /^没看懂，什么也没有办/);
  assert.deepEqual((await everything(cloud.cloud)).submissions, db.submissions);
});

test("opening the chat, when two messages may be sent, says how many wait; the list comes when five may", async () => {
  await submit("anna", "opened");
  const other = "far";
  assert.match(await enterAs(cloud.cloud, village.openid(other)), /^您好！写“积分”/);
  const fresh = await makeVillage(cloud, "greeted");
  await fresh.ask("anna", "submitDuty", cleanup("greeted"));
  const chief = fresh.openid("chief");
  assert.equal(await enterAs(cloud.cloud, chief), "您好！有1件申报等您审核，写“待办”看一看。");
  await chatAs(cloud.cloud, chief, "帮助");
  await new Promise((resolve) => setTimeout(resolve, 1000)); // events of one second are one event
  assert.match(await enterAs(cloud.cloud, chief), /^1 anna：环境卫生\n/);
});

test("a list of yesterday is not answered by its numbers", async () => {
  await submit("anna", "old-list");
  await says("chief", "待办");
  const query = sdkOf(cloud.cloud)
    .collection("chats")
    .where({ _id: village.openid("chief") });
  const yesterday = new Date(Date.now() - 13 * 3_600_000).toISOString();
  await query.update({ data: { "list.shownAt": yesterday } });
  assert.match(await says("chief", "通过 1"), /^编号过时了/);
  assert.equal(await statusOf("old-list"), "pending");
});

test("the log holds codes and ids, and nothing of what was written", async () => {
  await says("chief", "退回 1 秘密的原因");
  const text = await (await fetch(`${cloud.cloud.url}/log`)).text();
  assert.doesNotMatch(text, /秘密的原因/);
  assert.deepEqual((await endedIn(cloud.cloud)).at(-1), ["chat:return", "ok"]);
});
