import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type OperationName, operations } from "../../core/api.ts";
import { sentences } from "../../core/kernel/refusal.ts";
import { everything } from "../support/everything.ts";
import {
  makeVillage,
  openCloud,
  operator,
  type TestCloud,
  type Village,
} from "../support/village.ts";

/** Every operation tried as every role: who may not is told so before anything is read or parsed. */

const everybody = ["stranger", "operator", "anna", "staff", "chief", "founder"] as const;
type Somebody = (typeof everybody)[number];

const signedIn = ["anna", "staff", "chief", "founder"] as const;
const reviewers = ["chief", "founder"] as const;
const committee = ["founder"] as const;
const gridWork = ["staff", "founder"] as const;

const mayTry: Record<OperationName, readonly Somebody[]> = {
  foundVillage: ["operator"],
  changeSettings: committee,
  getSettings: committee,
  openBranch: committee,
  openGrid: committee,
  getOutlines: committee,
  drawOutline: committee,
  importOutlines: committee,
  getGridPeople: committee,
  setGridPeople: committee,
  getLand: committee,
  regroup: committee,
  enterNumbers: committee,
  getImport: committee,
  beginImport: committee,
  continueImport: committee,
  withdrawImport: committee,
  enrolMember: committee,
  appoint: committee,
  listMembers: committee,
  getMember: committee,
  setMemberClass: committee,
  grantExemption: committee,
  endExemption: committee,
  invite: committee,
  revokeInvitation: committee,
  transferMember: committee,
  signIn: everybody,
  getMe: signedIn,
  allowNotices: signedIn,
  getRulebook: everybody,
  getDraft: committee,
  saveDraft: committee,
  dropDraft: committee,
  tryDraft: committee,
  publishRulebook: committee,
  openYear: committee,
  offerPost: committee,
  listPosts: signedIn,
  claimPost: signedIn,
  withdrawClaim: signedIn,
  reviewClaim: reviewers,
  getDutyForm: signedIn,
  submitDuty: signedIn,
  submitOnBehalf: ["staff"],
  listColleagues: signedIn,
  answerParticipation: signedIn,
  resubmitDuty: signedIn,
  withdrawSubmission: signedIn,
  listMySubmissions: signedIn,
  listHonours: everybody,
  getSubmission: signedIn,
  getReviewQueue: reviewers,
  getSignals: reviewers,
  reviewSubmission: reviewers,
  undoReview: reviewers,
  planActivity: reviewers,
  changeActivity: reviewers,
  cancelActivity: reviewers,
  getActivityForm: reviewers,
  listActivities: signedIn,
  getActivity: signedIn,
  getCheckInCodes: signedIn,
  checkIn: signedIn,
  checkInMember: reviewers,
  markRoll: reviewers,
  askLeave: signedIn,
  answerLeave: reviewers,
  closeActivity: reviewers,
  reopenActivity: reviewers,
  reverseActivity: committee,
  reverseEntry: committee,
  getDecisionForm: committee,
  proposeDecision: committee,
  confirmDecision: committee,
  withdrawDecision: committee,
  listDecisions: committee,
  getDecision: committee,
  getPaperForm: committee,
  enterPaperLines: committee,
  enterPaperYear: committee,
  confirmPaperYear: committee,
  withdrawPaperYear: committee,
  listPaperLines: committee,
  listHouseholds: gridWork,
  getHousehold: gridWork,
  saveHousehold: gridWork,
  moveHousehold: gridWork,
  endHousehold: gridWork,
  saveResident: gridWork,
  endResident: gridWork,
  recordVisit: gridWork,
  followUp: gridWork,
  recordService: gridWork,
  listEnterprises: gridWork,
  saveEnterprise: gridWork,
  endEnterprise: gridWork,
  recountGrids: committee,
  verifyAccount: everybody,
  getPassbook: signedIn,
  exportPassbook: signedIn,
  publishPeriod: committee,
  listPublications: everybody,
  getPublication: everybody,
  printPublication: committee,
  raiseObjection: everybody,
  listMyObjections: everybody,
  listObjections: committee,
  getObjection: everybody,
  answerObjection: committee,
  verifyVillage: everybody,
  saveStory: signedIn,
  handInStory: signedIn,
  listMyStories: signedIn,
  getStoryFacts: signedIn,
  listStoriesToDecide: committee,
  publishStory: committee,
  returnStory: committee,
  withdrawStory: signedIn,
  listStories: everybody,
  getStory: everybody,
  nominate: everybody,
  listNominations: committee,
  closeNomination: committee,
  getHome: everybody,
  getDesk: committee,
  getGridMap: everybody,
  getGrid: everybody,
  getBoard: everybody,
  getFigures: everybody,
  getBoardCode: everybody,
};

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "roles");
});
after(() => cloud.close());

let untouched: Awaited<ReturnType<typeof everything>>;

test("the village before anybody tries", async () => {
  untouched = await everything(cloud.cloud);
  assert.equal(untouched.villages?.length, 1);
});

for (const { name } of operations) {
  for (const somebody of everybody) {
    const may = mayTry[name].includes(somebody);
    test(`${somebody} ${may ? "may try" : "may not try"} ${name}`, async () => {
      // An input that no schema takes: who may try gets as far as being told so.
      const reply = await village.raw(somebody, name, "not an input");
      assert.equal(reply.ok, false);
      const { code, message } = reply.ok ? { code: "", message: "" } : reply;
      const refused = ["not_permitted", "not_signed_in"].includes(code);
      assert.equal(refused, !may, JSON.stringify(reply));
      if (may) assert.deepEqual([code, message], ["invalid_input", sentences.invalid_input]);
    });
  }
}

test("none of all that changed anything", async () => {
  assert.deepEqual(await everything(cloud.cloud), untouched);
});

test("who has no openid at all can look, and can bind nothing", async () => {
  const ask = (operation: string, input: unknown) =>
    cloud.cloud.call("api", { operation, input }) as Promise<{ ok: boolean; code?: string }>;
  assert.equal((await ask("getBoard", { villageId: "roles" })).ok, true);
  assert.equal((await ask("signIn", { code: "ABCDEFGH" })).code, "not_permitted");
  assert.equal((await ask("getMe", {})).code, "not_signed_in");
});

test("nobody becomes operator by what they send", async () => {
  const reply = await village.raw("anna", "foundVillage", { openid: operator, operator: true });
  assert.equal(reply.ok || reply.code, "not_permitted");
});

test("a passbook is for its member, the branch's secretary and the committee", async () => {
  const { raw, memberId } = village;
  const read = async (by: string, whose: string) => {
    const reply = await raw(by, "getPassbook", { memberId: memberId(whose) });
    return reply.ok ? "shown" : reply.code;
  };
  assert.equal(await read("anna", "anna"), "shown");
  assert.equal(await read("chief", "anna"), "shown");
  assert.equal(await read("founder", "anna"), "shown");
  assert.equal(await read("ben", "anna"), "not_permitted");
  assert.equal(await read("other", "anna"), "other_branch");
});
