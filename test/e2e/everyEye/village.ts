import { points } from "../../../core/kernel/points.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { Scheme } from "../../../core/rulebook/scheme.ts";
import {
  makeVillage,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../../support/village.ts";
import { liveTogether } from "./neighbours.ts";
import { letters, long } from "./words.ts";

/**
 * A village of the longest words that it takes and points up to 10,000, beside the short ones of `makeVillage`.
 * `long` is a member and `boss` the secretary and grid staff of the same long branch.
 */

const longName = "阿卜杜热西提·买买提吐尔逊·阿布力米提江·艾合买提尼亚孜";

export const lastYear = thisYear - 1;

/** Profile B with long titles, no ceiling, and one rule that counts 10,000. */
const rulebook = Scheme.parse({
  ...profileB,
  title: long("党员百分制积分管理细则"),
  scale: { ...profileB.scale, year: "sum", most: points(99_999) },
  categories: profileB.categories.map(({ caps: _, ...category }) => ({
    ...category,
    title: category.id === "duty" ? long("岗位履职") : category.title,
  })),
  rules: [
    ...profileB.rules,
    {
      ...{ id: "huge", title: long("先锋模范"), category: "duty", clause: long("第三章第八条") },
      ...{ hint: long("做了什么", 60), example: long("例如", 120), approver: "secretary" },
      grades: [
        { id: "huge", title: long("成效特别突出"), points: points(10_000) },
        { id: "none", title: "口头表扬", points: 0 },
      ],
    },
  ],
  classes: profileB.classes.map((one) => ({ ...one, title: long(one.title) })),
  exemptions: profileB.exemptions.map((one) => ({ ...one, title: long(one.title) })),
  meetings: [
    ...profileB.meetings,
    { ...profileB.meetings[0], id: "long", title: long("民主生活会"), every: "year" },
  ],
});

type Ask = Village["ask"];

export async function makeNastyVillage(cloud: TestCloud): Promise<Village> {
  const village = await makeVillage(cloud, "tangjiao", lastYear, rulebook);
  const { ask } = village;
  await ask("founder", "openBranch", { ordinal: 3, name: long("第三党支部") });
  const hamlets = [long("东浜"), letters, ...Array.from({ length: 12 }, (_, at) => `${at}号浜`)];
  await ask("founder", "openGrid", { ordinal: 3, name: long("第三网格"), hamlets });
  await enrol(ask, { ordinal: 9998, name: longName, as: "long" });
  await enrol(ask, { ordinal: 9999, name: letters, as: "boss" });
  await ask("founder", "appoint", { memberId: boss, roles: ["secretary", "gridStaff"] });
  await livePastYear(ask);
  await ask("founder", "openYear", { year: thisYear });
  await hold(ask);
  await work(ask);
  await meet(ask);
  await govern(ask);
  await liveTogether(ask);
  return village;
}

export const member = "tangjiao-m9998";
const boss = "tangjiao-m9999";

async function enrol(ask: Ask, { as, ...who }: { ordinal: number; name: string; as: string }) {
  const home = { branchId: "tangjiao-b3", hamlet: letters };
  const { memberId } = await ask("founder", "enrolMember", { ...who, ...home });
  const { code } = await ask("founder", "invite", { memberId });
  await ask(as, "signIn", { code });
}

/** A January on the wall, with an objection to it and one that was answered. */
async function livePastYear(ask: Ask): Promise<void> {
  const done = { ruleId: "huge", workedOn: `${lastYear}-01-05`, text: long("带头", 200) };
  await ask("long", "submitDuty", { submissionId: "past", ...done });
  const approve = { decision: "approve", submissionId: "past", gradeId: "huge" } as const;
  await ask("boss", "reviewSubmission", approve);
  await ask("founder", "publishPeriod", { year: lastYear, part: "m01" });
  const reason = letters.repeat(16);
  for (const [order, objectionId] of ["objection", "answered"].entries()) {
    const about = { kind: "row", publicationId: publication, order: order + 1 } as const;
    await ask("villager", "raiseObjection", { objectionId, about, reason });
  }
  const answer = {
    objectionId: "answered",
    outcome: "rejected",
    answer: long("查了", 200),
  } as const;
  await ask("deputy", "answerObjection", answer);
}

export const publication = `tangjiao-${lastYear}-m01`;

/** Posts in every state of a claim. */
async function hold(ask: Ask): Promise<void> {
  const places = [
    { gridId: "tangjiao-g3", places: 999 },
    { gridId: "tangjiao-g1", places: 1 },
  ];
  const post = { title: long("应急抢修岗"), duty: long("随叫随到", 200), ruleId: "huge", places };
  for (const ordinal of [2, 3]) await ask("founder", "offerPost", { ...post, ordinal });
  const claim = { postId: "tangjiao-p2", gridId: "tangjiao-g3", speciality: long("起得早", 50) };
  const { claimId } = await ask("long", "claimPost", claim);
  await ask("boss", "reviewClaim", { decision: "confirm", claimId });
  const returned = await ask("long", "claimPost", { ...claim, postId: "tangjiao-p3" });
  const reason = long("再想想", 200);
  await ask("boss", "reviewClaim", { decision: "return", claimId: returned.claimId, reason });
  await ask("anna", "claimPost", { ...claim, gridId: "tangjiao-g1" });
  await ask("boss", "claimPost", claim);
}

/** Submissions in every state, with long words, others who took part, and an honour. */
async function work(ask: Ask): Promise<void> {
  const duty = { ruleId: "huge", workedOn: today, text: long("带头", 2000) };
  const submit = (submissionId: string, more: object = {}) =>
    ask("long", "submitDuty", { submissionId, ...duty, ...more });
  await submit("huge");
  const approve = { decision: "approve", submissionId: "huge", gradeId: "huge" } as const;
  await ask("boss", "reviewSubmission", approve);
  await submit("waiting", { participantIds: ["tangjiao-m4"], text: letters.repeat(8) });
  await submit("returned");
  const reason = long("写得太简单", 200);
  await ask("boss", "reviewSubmission", { decision: "return", submissionId: "returned", reason });
  const honour = { title: long("优秀共产党员", 40), gradeId: "city" };
  await submit("honour", { ruleId: "honour", honour });
  const level = { decision: "approve", submissionId: "honour", gradeId: "city" } as const;
  await ask("founder", "reviewSubmission", level);
  const together = { submissionId: "asks", ...duty, participantIds: [member] };
  await ask("boss", "submitDuty", together);
  const behalf = { memberId: member, consent: long("当面说好的", 30) };
  await ask("boss", "submitOnBehalf", { submissionId: "behalf", ...duty, ...behalf });
  await ask("anna", "submitDuty", { submissionId: "anna", ...duty });
}

/** One meeting that goes on, with leave asked for, and one that was closed. */
async function meet(ask: Ask): Promise<void> {
  const minutes = (after: number) => new Date(Date.now() + after * 60_000).toISOString();
  const meeting = { kind: "long", title: long("民主生活会"), place: long("党群服务中心") };
  const when = { startsAt: minutes(-10), endsAt: minutes(60) };
  const whom = { branchId: "tangjiao-b3", expects: "branch" } as const;
  for (const activityId of ["now", "closed"]) {
    await ask("boss", "planActivity", { activityId, ...meeting, ...when, ...whom });
  }
  await ask("boss", "planActivity", {
    ...{ activityId: "soon", ...meeting, ...whom },
    ...{ startsAt: minutes(600), endsAt: minutes(660) },
  });
  await ask("long", "askLeave", { activityId: "soon", reason: long("去区里看病", 200) });
  await ask("boss", "markRoll", { activityId: "closed", memberIds: [member], mark: "present" });
  await ask("boss", "closeActivity", { activityId: "closed" });
}

/** What lies on the committee's desk. */
async function govern(ask: Ask): Promise<void> {
  const line = { ruleId: "huge", gradeId: "huge", occurredOn: today, reason: long("核实了", 200) };
  await ask("founder", "proposeDecision", { decisionId: "decision", memberId: member, ...line });
  await ask("founder", "setMemberClass", { memberId: member, classId: "village" });
  const days = { from: `${thisYear}-01-01`, until: `${thisYear}-12-31` };
  await ask("founder", "grantExemption", { memberId: member, exemptionId: "ill", ...days });
  const { revision, scheme } = await ask("founder", "getDraft", {});
  const rules = scheme.rules.map((rule) => ({ ...rule, title: long(rule.title) }));
  await ask("founder", "saveDraft", { revision, scheme: { ...scheme, rules } });
  const batch = { year: thisYear - 2, batchId: "paper" };
  const booklet = { ordinal: 9998, ruleId: "huge", times: 9999, points: points(100_000) };
  const short = { ordinal: 4, ruleId: "duty", times: 1, points: points(0.5) };
  await ask("founder", "enterPaperLines", { ...batch, part: 0, lines: [booklet, short] });
  await ask("founder", "enterPaperYear", { ...batch, parts: 1, knownTotal: points(100_000.5) });
}
