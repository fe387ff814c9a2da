import type * as z from "zod";
import { answerLeave } from "./activities/answerLeave.ts";
import { askLeave } from "./activities/askLeave.ts";
import { cancelActivity } from "./activities/cancelActivity.ts";
import { changeActivity } from "./activities/changeActivity.ts";
import { checkIn } from "./activities/checkIn.ts";
import { checkInMember } from "./activities/checkInMember.ts";
import { closeActivity } from "./activities/closeActivity.ts";
import { getActivity } from "./activities/getActivity.ts";
import { getActivityForm } from "./activities/getActivityForm.ts";
import { getCheckInCodes } from "./activities/getCheckInCodes.ts";
import { listActivities } from "./activities/listActivities.ts";
import { markRoll } from "./activities/markRoll.ts";
import { planActivity } from "./activities/planActivity.ts";
import { reopenActivity } from "./activities/reopenActivity.ts";
import { reverseActivity } from "./activities/reverseActivity.ts";
import { getBoard } from "./board/getBoard.ts";
import { getBoardCode } from "./board/getBoardCode.ts";
import { getFigures } from "./board/getFigures.ts";
import { openBranch } from "./branches/openBranch.ts";
import { confirmDecision } from "./decisions/confirmDecision.ts";
import { getDecision } from "./decisions/getDecision.ts";
import { getDecisionForm } from "./decisions/getDecisionForm.ts";
import { listDecisions } from "./decisions/listDecisions.ts";
import { proposeDecision } from "./decisions/proposeDecision.ts";
import { withdrawDecision } from "./decisions/withdrawDecision.ts";
import { dropDraft } from "./drafts/dropDraft.ts";
import { getDraft } from "./drafts/getDraft.ts";
import { publishRulebook } from "./drafts/publishRulebook.ts";
import { saveDraft } from "./drafts/saveDraft.ts";
import { tryDraft } from "./drafts/tryDraft.ts";
import { foundVillage } from "./founding/foundVillage.ts";
import { getGrid } from "./gridmap/getGrid.ts";
import { getGridMap } from "./gridmap/getGridMap.ts";
import { getGridPeople } from "./gridmap/getGridPeople.ts";
import { setGridPeople } from "./gridmap/setGridPeople.ts";
import { drawOutline } from "./grids/drawOutline.ts";
import { getOutlines } from "./grids/getOutlines.ts";
import { importOutlines } from "./grids/importOutlines.ts";
import { openGrid } from "./grids/openGrid.ts";
import { getDesk } from "./home/getDesk.ts";
import { getHome } from "./home/getHome.ts";
import { endEnterprise } from "./households/endEnterprise.ts";
import { endHousehold } from "./households/endHousehold.ts";
import { endResident } from "./households/endResident.ts";
import { followUp } from "./households/followUp.ts";
import { getHousehold } from "./households/getHousehold.ts";
import { listEnterprises } from "./households/listEnterprises.ts";
import { listHouseholds } from "./households/listHouseholds.ts";
import { moveHousehold } from "./households/moveHousehold.ts";
import { recordService } from "./households/recordService.ts";
import { recordVisit } from "./households/recordVisit.ts";
import { recountGrids } from "./households/recountGrids.ts";
import { saveEnterprise } from "./households/saveEnterprise.ts";
import { saveHousehold } from "./households/saveHousehold.ts";
import { saveResident } from "./households/saveResident.ts";
import { beginImport } from "./imports/beginImport.ts";
import { continueImport } from "./imports/continueImport.ts";
import { getImport } from "./imports/getImport.ts";
import { withdrawImport } from "./imports/withdrawImport.ts";
import { reverseEntry } from "./ledger/reverseEntry.ts";
import { verifyAccount } from "./ledger/verifyAccount.ts";
import { allowNotices } from "./members/allowNotices.ts";
import { appoint } from "./members/appoint.ts";
import { endExemption } from "./members/endExemption.ts";
import { enrolMember } from "./members/enrolMember.ts";
import { getMe } from "./members/getMe.ts";
import { getMember } from "./members/getMember.ts";
import { grantExemption } from "./members/grantExemption.ts";
import { invite } from "./members/invite.ts";
import { listMembers } from "./members/listMembers.ts";
import { openYear } from "./members/openYear.ts";
import { revokeInvitation } from "./members/revokeInvitation.ts";
import { setMemberClass } from "./members/setMemberClass.ts";
import { signIn } from "./members/signIn.ts";
import { transferMember } from "./members/transferMember.ts";
import { answerObjection } from "./objections/answerObjection.ts";
import { getObjection } from "./objections/getObjection.ts";
import { listMyObjections } from "./objections/listMyObjections.ts";
import { listObjections } from "./objections/listObjections.ts";
import { raiseObjection } from "./objections/raiseObjection.ts";
import { confirmPaperYear } from "./paper/confirmPaperYear.ts";
import { enterPaperLines } from "./paper/enterPaperLines.ts";
import { enterPaperYear } from "./paper/enterPaperYear.ts";
import { getPaperForm } from "./paper/getPaperForm.ts";
import { listPaperLines } from "./paper/listPaperLines.ts";
import { withdrawPaperYear } from "./paper/withdrawPaperYear.ts";
import { exportPassbook } from "./passbook/exportPassbook.ts";
import { getPassbook } from "./passbook/getPassbook.ts";
import { claimPost } from "./posts/claimPost.ts";
import { listPosts } from "./posts/listPosts.ts";
import { offerPost } from "./posts/offerPost.ts";
import { reviewClaim } from "./posts/reviewClaim.ts";
import { withdrawClaim } from "./posts/withdrawClaim.ts";
import { getPublication } from "./publications/getPublication.ts";
import { listPublications } from "./publications/listPublications.ts";
import { printPublication } from "./publications/printPublication.ts";
import { publishPeriod } from "./publications/publishPeriod.ts";
import { verifyVillage } from "./publications/verifyVillage.ts";
import { enterNumbers } from "./regrouping/enterNumbers.ts";
import { getLand } from "./regrouping/getLand.ts";
import { regroup } from "./regrouping/regroup.ts";
import { getRulebook } from "./rulebook/getRulebook.ts";
import { getSignals } from "./signals/getSignals.ts";
import { closeNomination } from "./stories/closeNomination.ts";
import { getStory } from "./stories/getStory.ts";
import { getStoryFacts } from "./stories/getStoryFacts.ts";
import { handInStory } from "./stories/handInStory.ts";
import { listMyStories } from "./stories/listMyStories.ts";
import { listNominations } from "./stories/listNominations.ts";
import { listStories } from "./stories/listStories.ts";
import { listStoriesToDecide } from "./stories/listStoriesToDecide.ts";
import { nominate } from "./stories/nominate.ts";
import { publishStory } from "./stories/publishStory.ts";
import { returnStory } from "./stories/returnStory.ts";
import { saveStory } from "./stories/saveStory.ts";
import { withdrawStory } from "./stories/withdrawStory.ts";
import { answerParticipation } from "./submissions/answerParticipation.ts";
import { getDutyForm } from "./submissions/getDutyForm.ts";
import { getReviewQueue } from "./submissions/getReviewQueue.ts";
import { getSubmission } from "./submissions/getSubmission.ts";
import { listColleagues } from "./submissions/listColleagues.ts";
import { listHonours } from "./submissions/listHonours.ts";
import { listMySubmissions } from "./submissions/listMySubmissions.ts";
import { resubmitDuty } from "./submissions/resubmitDuty.ts";
import { reviewSubmission } from "./submissions/reviewSubmission.ts";
import { submitDuty } from "./submissions/submitDuty.ts";
import { submitOnBehalf } from "./submissions/submitOnBehalf.ts";
import { undoReview } from "./submissions/undoReview.ts";
import { withdrawSubmission } from "./submissions/withdrawSubmission.ts";
import { changeSettings } from "./villages/changeSettings.ts";
import { getSettings } from "./villages/getSettings.ts";

/** Everything that can be asked of the village's software, in the order of a year's work. */
export const operations = [
  foundVillage,
  changeSettings,
  getSettings,
  openBranch,
  openGrid,
  getOutlines,
  drawOutline,
  importOutlines,
  getGridPeople,
  setGridPeople,
  enrolMember,
  appoint,
  listMembers,
  getMember,
  setMemberClass,
  grantExemption,
  endExemption,
  invite,
  revokeInvitation,
  transferMember,
  signIn,
  getMe,
  allowNotices,
  getRulebook,
  getDraft,
  saveDraft,
  dropDraft,
  tryDraft,
  publishRulebook,
  openYear,
  offerPost,
  listPosts,
  claimPost,
  withdrawClaim,
  reviewClaim,
  getDutyForm,
  submitDuty,
  submitOnBehalf,
  listColleagues,
  answerParticipation,
  resubmitDuty,
  withdrawSubmission,
  listMySubmissions,
  listHonours,
  getSubmission,
  getReviewQueue,
  getSignals,
  reviewSubmission,
  undoReview,
  planActivity,
  changeActivity,
  cancelActivity,
  getActivityForm,
  listActivities,
  getActivity,
  getCheckInCodes,
  checkIn,
  checkInMember,
  markRoll,
  askLeave,
  answerLeave,
  closeActivity,
  reopenActivity,
  reverseActivity,
  reverseEntry,
  getDecisionForm,
  proposeDecision,
  confirmDecision,
  withdrawDecision,
  listDecisions,
  getDecision,
  getPaperForm,
  enterPaperLines,
  enterPaperYear,
  confirmPaperYear,
  withdrawPaperYear,
  listPaperLines,
  listHouseholds,
  getHousehold,
  saveHousehold,
  moveHousehold,
  endHousehold,
  saveResident,
  endResident,
  recordVisit,
  followUp,
  recordService,
  listEnterprises,
  saveEnterprise,
  endEnterprise,
  recountGrids,
  getLand,
  regroup,
  enterNumbers,
  getImport,
  beginImport,
  continueImport,
  withdrawImport,
  verifyAccount,
  getPassbook,
  exportPassbook,
  publishPeriod,
  listPublications,
  getPublication,
  printPublication,
  raiseObjection,
  listMyObjections,
  listObjections,
  getObjection,
  answerObjection,
  verifyVillage,
  saveStory,
  handInStory,
  listMyStories,
  getStoryFacts,
  listStoriesToDecide,
  publishStory,
  returnStory,
  withdrawStory,
  listStories,
  getStory,
  nominate,
  listNominations,
  closeNomination,
  getHome,
  getDesk,
  getGridMap,
  getGrid,
  getBoard,
  getFigures,
  getBoardCode,
] as const;

type Operations = (typeof operations)[number];
export type OperationName = Operations["name"];

/** What the phone may call: checked at compile time on both sides, and nothing but types crosses. */
export type Api = {
  [One in Operations as One["name"]]: {
    input: z.input<One["input"]>;
    output: z.output<One["output"]>;
  };
};
