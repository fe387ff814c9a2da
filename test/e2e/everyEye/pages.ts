import { lastYear, member, publication } from "./village.ts";

/** Who looks at a page, with which query, and the words that they tap there before looking again. */
export type Visit = Readonly<{ who: string; query?: string; taps?: readonly string[] }>;

const about = `memberId=${member}`;

/** Every page of app.json, by whom and how it is looked at. */
export const visits: Readonly<Record<string, readonly Visit[]>> = {
  "pages/home/index": [{ who: "long" }, { who: "boss" }, { who: "villager" }],
  "pages/me/index": [{ who: "boss" }, { who: "villager" }],
  "pages/sign-in/index": [{ who: "villager", taps: ["登录"] }],
  "packages/member/posts/index": [{ who: "long", taps: ["重新认领"] }],
  "packages/member/submit/index": [
    { who: "long" },
    { who: "long", query: "ruleId=huge", taps: ["＋ 选一起做的人"] },
    { who: "long", query: "ruleId=honour" },
    { who: "long", query: "ruleId=volunteer", taps: ["加照片"] },
  ],
  "packages/member/submissions/index": [{ who: "long" }, { who: "deputy" }],
  "packages/member/submission/index": [
    { who: "long", query: "submissionId=returned" },
    { who: "long", query: "submissionId=asks" },
  ],
  "packages/member/passbook/index": [
    { who: "long", taps: ["账对不对，查一查", "荣誉称号"] },
    { who: "deputy" },
  ],
  "packages/member/honours/index": [{ who: "villager" }],
  "packages/review/queue/index": [{ who: "boss" }, { who: "deputy" }],
  "packages/review/review/index": [
    { who: "boss", query: "submissionId=waiting", taps: ["退回，写明原因"] },
  ],
  "pages/grid/index": [{ who: "long" }, { who: "villager" }],
  "pages/board/index": [{ who: "long" }, { who: "villager" }],
  "packages/gridwork/behalf/index": [{ who: "boss" }],
  "packages/gridwork/households/index": [{ who: "boss" }],
  "packages/gridwork/household/index": [{ who: "boss", query: "householdId=home" }],
  "packages/gridwork/household-form/index": [
    { who: "boss" },
    { who: "boss", query: "householdId=home" },
  ],
  "packages/gridwork/resident-form/index": [{ who: "boss", query: "householdId=home" }],
  "packages/gridwork/visit-form/index": [{ who: "boss", query: "householdId=home" }],
  "packages/gridwork/service-form/index": [{ who: "boss", query: "householdId=home" }],
  "packages/gridwork/enterprises/index": [{ who: "boss" }],
  "packages/gridwork/enterprise-form/index": [{ who: "boss", query: "enterpriseId=firm" }],
  "packages/stories/feed/index": [{ who: "villager" }],
  "packages/stories/story/index": [
    { who: "villager", query: "storyId=published" },
    { who: "deputy", query: "storyId=handedIn" },
  ],
  "packages/stories/write/index": [{ who: "long", query: "storyId=returned" }],
  "packages/stories/mine/index": [{ who: "long" }],
  "packages/stories/decide/index": [{ who: "deputy" }],
  "packages/stories/nominate/index": [{ who: "villager" }],
  "packages/stories/nominations/index": [{ who: "founder" }],
  "packages/figures/charts/index": [{ who: "long" }],
  "packages/figures/share/index": [{ who: "long" }],
  "packages/map/grids/index": [{ who: "founder" }],
  "packages/map/draw/index": [{ who: "founder", query: "gridId=tangjiao-g3" }],
  "packages/map/import/index": [{ who: "founder" }],
  "packages/map/people/index": [{ who: "founder", query: "gridId=tangjiao-g3" }],
  "packages/land/grids/index": [{ who: "founder" }],
  "packages/land/import/index": [{ who: "founder" }],
  "packages/activities/list/index": [{ who: "boss" }, { who: "long" }],
  "packages/activities/activity/index": [
    { who: "long", query: "activityId=now" },
    { who: "boss", query: "activityId=soon" },
    { who: "boss", query: "activityId=closed" },
  ],
  "packages/activities/code/index": [{ who: "boss", query: "activityId=now" }],
  "packages/activities/plan/index": [{ who: "founder", taps: ["指定的人"] }],
  "packages/publications/list/index": [{ who: "founder" }],
  "packages/publications/publication/index": [
    { who: "long", query: `publicationId=${publication}` },
  ],
  "packages/publications/object/index": [
    { who: "villager", query: `publicationId=${publication}&order=1` },
  ],
  "packages/publications/my-objections/index": [{ who: "villager" }],
  "packages/publications/objections/index": [{ who: "founder" }],
  "packages/publications/answer/index": [
    { who: "founder", query: "objectionId=objection" },
    { who: "founder", query: "objectionId=answered" },
  ],
  "packages/publications/verify/index": [{ who: "villager", taps: ["开始核对"] }],
  "packages/rulebook/rulebook/index": [{ who: "villager" }],
  "packages/committee/rulebook/index": [{ who: "founder" }],
  "packages/committee/part/index": [{ who: "founder", query: "kind=rule&id=huge" }],
  "packages/committee/changes/index": [{ who: "founder" }],
  "packages/committee/trial/index": [{ who: "founder", taps: ["开始试算"] }],
  "packages/committee/desk/index": [{ who: "founder" }],
  "packages/committee/decisions/index": [{ who: "founder" }],
  "packages/committee/decide/index": [{ who: "founder", query: about, taps: ["应做未做"] }],
  "packages/committee/decision/index": [
    { who: "deputy", query: "decisionId=decision" },
    { who: "founder", query: "decisionId=decision" },
  ],
  "packages/committee/paper/index": [
    { who: "deputy", query: `year=${lastYear - 1}` },
    { who: "founder", query: `year=${lastYear - 2}`, taps: ["录一本"] },
    { who: "founder", query: `year=${lastYear - 2}`, taps: ["从表格粘贴"] },
  ],
  "packages/committee/members/index": [{ who: "founder" }],
  "packages/committee/member/index": [{ who: "founder", query: about, taps: ["加一项免考"] }],
  "packages/committee/settings/index": [{ who: "founder" }],
  "packages/committee/correct/index": [{ who: "founder", query: about, taps: ["荣誉称号"] }],
};

/** What is not looked at, by a selector of the phone's DOM; each says why. */
export const exceptions: Readonly<Record<string, string>> = {
  "[class*=t-popup__close]": "TDesign's popup keeps an empty place to close it above our own cross",
  "phone-board":
    "WeChat draws the words on a map, as near as they lie; the list below says the same",
};
