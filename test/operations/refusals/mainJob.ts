import type { Reply } from "../../../core/app.ts";
import { addDays } from "../../../core/kernel/time.ts";
import { cleanup, makeVillage, thisYear, today, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Signing in, posts, submissions, their review and the ledger. */

let made: Village;
/** Still in last year's booklets. */
let late: Village;
export const codes = { open: "", used: "", revoked: "" };

/** What the cases below find: one submission in each state, two claims, three codes. */
async function scene({ ask, villageId, memberId, postId }: Village): Promise<void> {
  for (const id of ["pending", "approved", "undone"]) await ask("anna", "submitDuty", cleanup(id));
  await ask("chief", "submitDuty", cleanup("chiefs"));
  await ask("founder", "submitDuty", cleanup("founders"));
  await ask("anna", "submitDuty", {
    ...{ ...cleanup("honour"), ruleId: "honour" },
    honour: { title: "优秀共产党员", gradeId: "normal" },
  });
  for (const submissionId of ["approved", "undone"]) {
    await ask("chief", "reviewSubmission", { ...approve, submissionId });
  }
  await ask("deputy", "reviewSubmission", { ...approve, submissionId: "founders" });
  await ask("founder", "reverseEntry", { entryId: "award-undone", reason: "记错了" });
  await ask("founder", "offerPost", {
    ...{ ordinal: 2, title: "义务巡逻岗", duty: "巡逻", ruleId: "patrol" },
    places: [{ gridId: `${villageId}-g2`, places: 1 }],
  });
  await ask("chief", "claimPost", { postId, gridId: `${villageId}-g1` });
  const patrol = { postId: `${villageId}-p2`, gridId: `${villageId}-g2` };
  const { claimId } = await ask("ben", "claimPost", patrol);
  await ask("chief", "reviewClaim", { decision: "confirm", claimId });
  codes.used = (await ask("founder", "transferMember", { memberId: memberId("far") })).code;
  await ask("far", "signIn", { code: codes.used });
  codes.open = (await ask("founder", "invite", { memberId: memberId("late") })).code;
  codes.revoked = (await ask("founder", "invite", { memberId: memberId("late") })).code;
  await ask("founder", "revokeInvitation", { code: codes.revoked });
}

const approve = { decision: "approve", gradeId: "normal" } as const;
const giveBack = { decision: "return", reason: "照片不清楚" } as const;
const photo = (number: number) => `cloud://env.bucket/evidence/x/${number}.jpg`;
const tenPhotos = Array.from({ length: 10 }, (_, index) => photo(index));
type Provoke = (village: Village) => Promise<Reply>;

export const submit =
  (change: Readonly<Record<string, unknown>>): Provoke =>
  ({ raw }) =>
    raw("anna", "submitDuty", { ...cleanup("x"), ...change });

export const review =
  (
    by: string,
    submissionId: string,
    decision: Readonly<Record<string, unknown>> = approve,
  ): Provoke =>
  ({ raw }) =>
    raw(by, "reviewSubmission", { ...decision, submissionId });

const claim =
  (by: string, post: number, grid: number): Provoke =>
  ({ raw, villageId }) =>
    raw(by, "claimPost", { postId: `${villageId}-p${post}`, gridId: `${villageId}-g${grid}` });

const confirm =
  (by: string, whose: string, post: number): Provoke =>
  ({ raw, villageId, memberId }) =>
    raw(by, "reviewClaim", {
      decision: "confirm",
      claimId: `${memberId(whose)}_${villageId}-p${post}_${thisYear}`,
    });

const provoke = {
  invalid_input: submit({ points: 1000 }),
  unknown_operation: ({ raw }) => raw("anna", "dropTables", {}),
  text_missing: submit({ text: "  " }),
  text_too_long: submit({ text: "扫".repeat(2001) }),
  too_many_photos: submit({ photos: tenPhotos }),
  reason_missing: review("chief", "pending", { ...giveBack, reason: " " }),
  reason_too_long: review("chief", "pending", { ...giveBack, reason: "长".repeat(201) }),
  text_refused: submit({ text: "说了违禁词" }),

  not_signed_in: ({ raw }) => raw("nobody", "submitDuty", cleanup("x")),
  not_permitted: review("anna", "pending"),
  own_submission: review("chief", "chiefs"),
  own_claim: confirm("chief", "chief", 1),
  own_entry: ({ raw }) =>
    raw("founder", "reverseEntry", { entryId: "award-founders", reason: "记错了" }),
  other_branch: review("other", "pending"),
  committee_decides: review("chief", "honour"),

  code_unknown: ({ raw }) => raw("newcomer", "signIn", { code: "NOSUCH99" }),
  code_revoked: ({ raw }) => raw("newcomer", "signIn", { code: codes.revoked }),
  code_used: ({ raw }) => raw("newcomer", "signIn", { code: codes.used }),
  already_signed_in: ({ raw }) => raw("anna", "signIn", { code: codes.open }),
  already_bound: ({ raw, memberId }) => raw("founder", "invite", { memberId: memberId("anna") }),

  not_found: ({ raw }) => raw("anna", "getSubmission", { submissionId: "nowhere" }),
  already_exists: ({ raw }) => raw("founder", "openBranch", { ordinal: 2, name: "又一个支部" }),
  hamlet_taken: ({ raw }) =>
    raw("founder", "openGrid", { ordinal: 3, name: "第三网格", hamlets: ["东浜"] }),
  unknown_hamlet: ({ raw, villageId }) =>
    raw("founder", "enrolMember", {
      ...{ ordinal: 99, name: "新人", branchId: `${villageId}-b1`, hamlet: "远方" },
    }),

  already_claimed: claim("chief", 1, 1),
  post_full: claim("anna", 1, 1),
  post_not_in_grid: claim("anna", 1, 2),
  claim_not_pending: confirm("founder", "ben", 2),
  claim_not_withdrawable: ({ raw, villageId, memberId }) =>
    raw("ben", "withdrawClaim", { claimId: `${memberId("ben")}_${villageId}-p2_${thisYear}` }),
  year_not_open: () => late.raw("anna", "submitDuty", cleanup("x")),
  year_not_next: ({ raw }) => raw("founder", "openYear", { year: thisYear - 1 }),

  unknown_rule: submit({ ruleId: "dancing" }),
  unknown_grade: review("chief", "pending", { ...approve, gradeId: "grand" }),
  date_in_future: submit({ workedOn: addDays(today, 1) }),
  date_before_open_year: submit({ workedOn: `${thisYear - 1}-12-31` }),
  already_submitted: submit({ submissionId: "pending", text: "另一件事" }),
  not_withdrawable: ({ raw }) => raw("anna", "withdrawSubmission", { submissionId: "approved" }),
  not_returned: ({ raw }) => raw("anna", "resubmitDuty", { ...cleanup("approved"), text: "改了" }),
  already_reviewed: review("chief", "approved"),

  not_reversible: ({ raw }) =>
    raw("founder", "reverseEntry", { entryId: "reversal-award-undone", reason: "又错了" }),
  already_reversed: ({ raw }) =>
    raw("founder", "reverseEntry", { entryId: "award-undone", reason: "又错了" }),
} satisfies Record<string, Provoke>;

export const mainJob: Cases<keyof typeof provoke> = {
  async scene(cloud) {
    made = await makeVillage(cloud, "strict");
    late = await makeVillage(cloud, "late", thisYear - 1);
    await scene(made);
  },
  provoke: bound(provoke),
};

function bound<Code extends string>(
  cases: Readonly<Record<Code, Provoke>>,
): Record<Code, () => Promise<Reply>> {
  const entries = Object.entries<Provoke>(cases).map(([code, run]) => [code, () => run(made)]);
  return Object.fromEntries(entries);
}

/** The village of these cases. */
export const village = (): Village => made;
