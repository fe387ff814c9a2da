import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Api } from "../../core/api.ts";
import { addDays } from "../../core/kernel/time.ts";
import { profileB } from "../../core/rulebook/profileB.ts";
import { everything } from "../support/everything.ts";
import {
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../support/village.ts";

/** A rulebook drafted, compared, tried and published through the bundled function and the real SDK. */

let cloud: TestCloud;
/** Still in last year's booklets, so that all of a year's days lie in the past. */
let village: Village;
const year = thisYear - 1;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "drafts", year);
});
after(() => cloud.close());

type Scheme = Api["saveDraft"]["input"]["scheme"];

/** The scheme with more points for each grade of a rule. */
const dearer = (scheme: Scheme, ruleId: string, by: number): Scheme => ({
  ...scheme,
  rules: scheme.rules.map((rule) =>
    rule.id === ruleId
      ? { ...rule, grades: rule.grades.map((one) => ({ ...one, points: one.points + by })) }
      : rule,
  ),
});

async function count(submissionId: string, ruleId: string, workedOn: string): Promise<number> {
  const { ask } = village;
  const text = "打扫了河边";
  await ask("anna", "submitDuty", { submissionId, ruleId, workedOn, text, photos: [] });
  const decision = { decision: "approve", submissionId, gradeId: "normal" } as const;
  return (await ask("chief", "reviewSubmission", decision)).points;
}

test("without a draft the latest version is what a draft starts from", async () => {
  const draft = await village.ask("founder", "getDraft", {});
  assert.deepEqual(
    [draft.revision, draft.drafted, draft.differences, draft.flaws],
    [0, false, [], []],
  );
  assert.deepEqual(draft.latest, {
    ...{ version: 1, title: "试村党员积分管理细则", effectiveFrom: `${year}-01-01` },
  });
  assert.deepEqual(draft.years, [year]);
});

test("a draft may contradict itself: each contradiction is told with its place, beside what changes", async () => {
  const { ask } = village;
  const { scheme } = await ask("founder", "getDraft", {});
  const [first, ...others] = scheme.rules;
  assert(first);
  const flawed = { ...scheme, rules: [{ ...first, category: "nowhere" }, ...others] };
  const saved = await ask("founder", "saveDraft", { revision: 0, scheme: flawed });
  assert.deepEqual([saved.revision, saved.drafted, saved.changedBy], [1, true, "发起人"]);
  assert.deepEqual(saved.flaws, [{ place: "rules.0.category", sentence: "没有这个类别" }]);
  assert.deepEqual(saved.differences, [
    {
      ...{ place: "rules.0", kind: "changed" },
      words: "“邻里纠纷调解”：类别由“岗位履职”改为“nowhere”",
    },
  ]);
  assert.deepEqual(await ask("deputy", "getDraft", {}), saved);
});

test("two who write at once: the second is told, and nothing of the first is lost", async () => {
  const { ask, raw } = village;
  const { revision, scheme } = await ask("deputy", "getDraft", {});
  const mended = { ...scheme, rules: scheme.rules.map((rule) => ({ ...rule, category: "duty" })) };
  const saved = await ask("deputy", "saveDraft", { revision, scheme: mended });
  const late = await raw("founder", "saveDraft", {
    revision,
    scheme: { ...scheme, title: "别的" },
  });
  assert.equal(late.ok || late.code, "draft_changed");
  assert.deepEqual(await ask("founder", "getDraft", {}), saved);
});

test("saved again after a lost signal it is saved once", async () => {
  const { ask } = village;
  const { revision, scheme } = await ask("founder", "getDraft", {});
  const wanted = { revision, scheme: { ...scheme, title: "新细则" } };
  const once = await ask("founder", "saveDraft", wanted);
  assert.deepEqual(await ask("founder", "saveDraft", wanted), once);
  assert.equal(once.revision, revision + 1);
});

test("a dropped draft is gone, and whoever still has it open cannot bring it back unseen", async () => {
  const { ask, raw } = village;
  const { revision, scheme } = await ask("founder", "getDraft", {});
  const dropped = await ask("founder", "dropDraft", { revision });
  assert.deepEqual([dropped.drafted, dropped.scheme.title], [false, "试村党员积分管理细则"]);
  assert.deepEqual(await ask("founder", "dropDraft", { revision }), dropped);
  const late = await raw("deputy", "saveDraft", { revision, scheme });
  assert.equal(late.ok || late.code, "draft_changed");
});

test("a draft tried on a year: each member's and branch's difference, and nothing recorded", async () => {
  const { ask } = village;
  await count("february", "cleanup", `${year}-02-10`);
  await count("mediated", "mediation", `${year}-02-11`);
  const { revision, scheme } = await ask("founder", "getDraft", {});
  const { rules } = dearer(scheme, "cleanup", 300);
  const without = { ...scheme, rules: rules.filter(({ id }) => id !== "mediation") };
  const saved = await ask("founder", "saveDraft", { revision, scheme: without });
  const was = await everything(cloud.cloud);
  const tried = await ask("founder", "tryDraft", { revision: saved.revision, year });
  assert.deepEqual(await everything(cloud.cloud), was);
  assert.deepEqual(
    tried.rows.find(({ name }) => name === "anna"),
    {
      ...{ memberId: village.memberId("anna"), name: "anna", branch: "第一党支部" },
      ...{ was: { score: 500, band: "" }, would: { score: 500, band: "" } },
    },
  );
  assert.deepEqual(
    tried.branches.map(({ branch, members, was, would }) => [branch, members, was, would]),
    [
      ["第一党支部", 6, 500, 500],
      ["第二党支部", 3, 0, 0],
    ],
  );
  assert.deepEqual(tried.missing, [{ name: "邻里纠纷调解", times: 1 }]);
  assert.deepEqual([tried.refused, tried.total, tried.next], [[], 9, undefined]);
});

test("a trial is of the draft that was seen, of a year with booklets, and of one without contradiction", async () => {
  const { ask, raw } = village;
  const { revision, scheme } = await ask("founder", "getDraft", {});
  const refusal = async (input: unknown) => {
    const reply = await raw("founder", "tryDraft", input);
    return reply.ok ? "tried" : [reply.code, reply.place];
  };
  assert.deepEqual(await refusal({ revision: revision - 1, year }), ["draft_changed", undefined]);
  assert.deepEqual(await refusal({ revision, year: year - 1 }), ["year_not_open", undefined]);
  const [first, ...others] = scheme.rules;
  assert(first);
  const rules = [{ ...first, category: "nowhere" }, ...others];
  const flawed = await ask("founder", "saveDraft", { revision, scheme: { ...scheme, rules } });
  assert.deepEqual(await refusal({ revision: flawed.revision, year }), [
    "unknown_category",
    "rules.0.category",
  ]);
});

test("a rulebook changed mid-year scores March by the old and July by the new", async () => {
  const { ask } = village;
  const { revision } = await ask("founder", "getDraft", {});
  const { scheme } = await ask("founder", "dropDraft", { revision });
  const saved = await ask("founder", "saveDraft", {
    ...{ revision: revision + 1, scheme: dearer({ ...scheme, title: "新细则" }, "cleanup", 300) },
  });
  assert.deepEqual(
    saved.differences.map(({ words }) => words),
    [
      "名称由《试村党员积分管理细则》改为《新细则》",
      "“环境卫生”：“按要求完成一次”由2分改为5分",
      "“环境卫生”：“为整治作出重大贡献”由3分改为6分",
    ],
  );
  const wanted = { revision: saved.revision, effectiveFrom: `${year}-07-01` };
  assert.deepEqual(await ask("founder", "publishRulebook", wanted), { version: 2 });
  assert.deepEqual(await ask("founder", "publishRulebook", wanted), { version: 2 }, "once");
  const points = [
    await count("march", "cleanup", `${year}-03-10`),
    await count("june", "cleanup", `${year}-06-30`),
    await count("july", "cleanup", `${year}-07-01`),
  ];
  assert.deepEqual(points, [200, 200, 500]);
  const { entries } = await ask("anna", "getPassbook", {});
  const whys = entries.slice(0, 3).map(({ why }) => /《.*?》第.版/.exec(why)?.[0]);
  assert.deepEqual(whys, [
    "《新细则》第2版",
    "《试村党员积分管理细则》第1版",
    "《试村党员积分管理细则》第1版",
  ]);
});

test("everybody reads the version of the day; the next draft starts from the latest", async () => {
  const { ask } = village;
  const read = (day: string) => ask("stranger", "getRulebook", { villageId: "drafts", day });
  assert.deepEqual([(await read(`${year}-06-30`)).version, (await read(today)).version], [1, 2]);
  const draft = await ask("founder", "getDraft", {});
  assert.deepEqual([draft.drafted, draft.latest.version, draft.scheme.title], [false, 2, "新细则"]);
});

test("a new scale begins with a year that is not open yet, and that year is counted by it", async () => {
  const { ask } = village;
  const { revision, scheme } = await ask("founder", "getDraft", {});
  const scaled = { ...scheme, scale: { ...profileB.scale, per: "year" as const } };
  const saved = await ask("founder", "saveDraft", { revision, scheme: scaled });
  assert.deepEqual(saved.start.only, [`${thisYear}-01-01`, `${thisYear + 1}-01-01`]);
  const effectiveFrom = `${thisYear}-01-01`;
  await ask("founder", "publishRulebook", { revision: saved.revision, effectiveFrom });
  await ask("founder", "openYear", { year: thisYear });
  const board = await ask("stranger", "getBoard", { villageId: "drafts" });
  assert.equal(board.total, 9 * 6000);
});

test("words that WeChat refuses do not get into a published rulebook", async () => {
  const { ask, raw } = village;
  const { revision, scheme } = await ask("founder", "getDraft", {});
  const saved = await ask("founder", "saveDraft", {
    ...{ revision, scheme: { ...scheme, title: "违禁词细则" } },
  });
  const wanted = { revision: saved.revision, effectiveFrom: addDays(today, 1) };
  const reply = await raw("founder", "publishRulebook", wanted);
  assert.equal(reply.ok || reply.code, "text_refused");
  assert.equal((await ask("founder", "getDraft", {})).drafted, true);
});

test("of two who publish at once, both are told the one version that it became", async () => {
  const { ask } = village;
  const { revision, scheme } = await ask("founder", "getDraft", {});
  const saved = await ask("founder", "saveDraft", {
    ...{ revision, scheme: { ...scheme, title: "再修订" } },
  });
  const wanted = { revision: saved.revision, effectiveFrom: addDays(today, 1) };
  const replies = await Promise.all(
    ["founder", "deputy"].map((name) => village.raw(name, "publishRulebook", wanted)),
  );
  const answer = { ok: true, value: { version: 4 } };
  assert.deepEqual(replies, [answer, answer]);
  const { latest } = await ask("founder", "getDraft", {});
  assert.deepEqual([latest.version, latest.title], [4, "再修订"]);
});
