import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Api, operations } from "../../core/api.ts";
import { idOf } from "../../core/kernel/ids.ts";
import { profileA } from "../../core/rulebook/profileA.ts";
import { everything } from "../support/everything.ts";
import { upload, verdictsCome } from "../support/pictures.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../support/village.ts";

/**
 * A village full of secrets, each of them marked, and every answer that it gives to somebody without account:
 * none of the marks may be in any of them. Whoever adds a public operation adds what to ask it here.
 */

const year = thisYear - 1;
const day = `${year}-01-05`;
const villageId = "secret";
const rulebook = {
  ...profileA,
  exemptions: [{ id: "ill", title: "因病丧失行动能力", categories: ["meeting"], appraised: true }],
};

/** Where each of them is kept is said by its name. */
const secrets = {
  phoneOfResident: "13900001111",
  phoneOfHousehold: "13900002222",
  phoneOfLandlord: "13900003333",
  phoneOfEnterprise: "13900004444",
  birthday: "1949-12-31",
  idNumber: "11010519491231002X",
  door: "77-88",
  resident: "密居民",
  landlord: "密房东",
  contact: "密联系人",
  noteOnHousehold: "密备注",
  noteOnResident: "密病情",
  visit: "密走访",
  need: "密需求",
  followUp: "密办理",
  service: "密服务",
  leave: "密请假",
  submission: "密经过",
  photo: "secret-photo",
  returned: "密退回",
  decision: "密决定",
  objection: "密异议",
  unfinishedStory: "密草稿",
  storyInTheQueue: "密待审",
  withdrawnStory: "密撤回",
  photoOfStory: "secret-story-photo",
  consent: "密同意",
  nominated: "密被荐",
  nomination: "密推荐",
  /** Its first day: that there are exemptions stands in the rulebook. */
  exemption: `${year}-12-03`,
  openid: "o-secret-",
  // Names stand masked in this village.
  founder: "发起人",
  anna: "anna",
  ben: "ben",
  chief: "chief",
  deputy: "deputy",
} as const;

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, villageId, year, rulebook);
  const { ask } = village;
  const { openYear: _, next: __, ...settings } = await ask("founder", "getSettings", {});
  await ask("founder", "changeSettings", { ...settings, boardNames: "masked" });
  await fillGrids();
  await fillLedger();
  await fillStories();
});
after(() => cloud.close());

async function fillGrids(): Promise<void> {
  const { ask, memberId } = village;
  const home = { changeId: "home", householdId: "home", revision: 0, hamlet: "东浜" };
  await ask("staff", "saveHousehold", {
    ...{ ...home, door: secrets.door, head: secrets.resident },
    ...{ phone: secrets.phoneOfHousehold, note: secrets.noteOnHousehold },
    people: [
      {
        ...{ name: secrets.resident, kind: "floating", isRepresentative: true },
        ...{ birthday: secrets.birthday, idNumber: secrets.idNumber },
        ...{ phone: secrets.phoneOfResident, note: secrets.noteOnResident },
        floating: {
          ...{ from: "外省", since: day, landlord: secrets.landlord },
          landlordPhone: secrets.phoneOfLandlord,
        },
      },
    ],
  });
  await ask("staff", "saveEnterprise", {
    ...{ changeId: "firm", enterpriseId: "firm", revision: 0, hamlet: "东浜", name: "针织厂" },
    ...{ contact: secrets.contact, phone: secrets.phoneOfEnterprise },
  });
  const visit = { visitId: "visit", householdId: "home", on: day };
  await ask("staff", "recordVisit", { ...visit, text: secrets.visit, need: secrets.need });
  const followUp = { changeId: "followed", visitId: "visit", revision: 1 };
  await ask("staff", "followUp", { ...followUp, text: secrets.followUp, done: false });
  const service = { serviceId: "service", householdId: "home", on: day, text: secrets.service };
  await ask("staff", "recordService", { ...service, memberId: memberId("anna") });
  const gridId = idOf.grid(villageId, 1);
  const leader = { memberId: memberId("anna"), dutyPhone: "" };
  const staff = [{ memberId: memberId("staff"), dutyPhone: "88880000" }];
  await ask("founder", "setGridPeople", { gridId, leader, staff, revision: 0 });
}

async function fillLedger(): Promise<void> {
  const { ask, memberId, postId } = village;
  const { claimId } = await ask("anna", "claimPost", { postId, gridId: idOf.grid(villageId, 1) });
  await ask("chief", "reviewClaim", { decision: "confirm", claimId });
  const deed = async (submissionId: string) => {
    const photos = [await upload(cloud.cloud, `evidence/${submissionId}/${secrets.photo}.jpg`)];
    const said = { ...cleanup(submissionId), workedOn: day, text: secrets.submission, photos };
    await ask("anna", "submitDuty", said);
    return submissionId;
  };
  const approved = await deed("approved");
  const grade = { gradeId: "normal" } as const;
  await ask("chief", "reviewSubmission", { decision: "approve", submissionId: approved, ...grade });
  const returned = { submissionId: await deed("returned"), reason: secrets.returned };
  await ask("chief", "reviewSubmission", { decision: "return", ...returned });
  await ask("founder", "grantExemption", {
    ...{ memberId: memberId("far"), exemptionId: "ill" },
    ...{ from: secrets.exemption, until: `${year}-12-31` },
  });
  await ask("founder", "planActivity", {
    ...{ activityId: "meeting", kind: "branch", title: "党员大会", place: "村委会" },
    ...{ startsAt: `${today}T08:00:00.000Z`, endsAt: `${today}T23:59:00.000Z` },
    ...{ branchId: idOf.branch(villageId, 1), expects: "branch" },
  });
  await village.raw("anna", "askLeave", { activityId: "meeting", reason: secrets.leave });
  await ask("founder", "proposeDecision", {
    ...{ decisionId: "decision", memberId: memberId("ben"), ruleId: "honour", gradeId: "normal" },
    ...{ occurredOn: day, reason: secrets.decision },
  });
  await ask("founder", "publishPeriod", { year, part: "m01" });
  await ask("ben", "raiseObjection", {
    ...{ objectionId: "objection", reason: secrets.objection },
    about: { kind: "row", publicationId: `${villageId}-${year}-m01`, order: 1 },
  });
}

async function fillStories(): Promise<void> {
  const { ask } = village;
  const save = async (storyId: string, text: string) => {
    const photo = await upload(cloud.cloud, `stories/${storyId}/${secrets.photoOfStory}.jpg`);
    const { revision } = await ask("anna", "saveStory", {
      ...{ storyId, revision: 0, kind: "talent", title: text, text },
      media: { kind: "photos", fileIds: [photo] },
      about: { kind: "other", name: "愿意的人" },
      consent: { how: secrets.consent, on: today },
      peopleChecked: true,
    });
    return revision;
  };
  await save("unfinished", secrets.unfinishedStory);
  const waiting = await save("waiting", secrets.storyInTheQueue);
  await ask("anna", "handInStory", { storyId: "waiting", revision: waiting });
  const revision = await save("withdrawn", secrets.withdrawnStory);
  await ask("anna", "handInStory", { storyId: "withdrawn", revision });
  await verdictsCome(cloud.cloud);
  await ask("deputy", "publishStory", { storyId: "withdrawn", revision });
  await ask("anna", "withdrawStory", { storyId: "withdrawn" });
  const nomination = { nominationId: "nomination", villageId, name: secrets.nominated };
  await ask("neighbour", "nominate", { ...nomination, text: secrets.nomination });
}

/** The operations that anybody may try. */
type Public = Extract<(typeof operations)[number], { who: "anyone" }>["name"];

const publicationId = `${villageId}-${year}-m01`;
const gridId = idOf.grid(villageId, 1);
const row = { kind: "row", publicationId, order: 1 } as const;
const nominee = { villageId, name: "邻居", text: "常帮大家修车。" };

/** What somebody without account may ask, and what they may try to come by. */
const asks: { readonly [Name in Public]: ReadonlyArray<Api[Name]["input"]> } = {
  getHome: [{ villageId }],
  getGridMap: [{ villageId }],
  getGrid: [{ villageId, gridId }],
  getBoard: [
    { villageId },
    { villageId, by: "branches" },
    { villageId, by: "grids" },
    { villageId, month: "01" },
    { villageId, quarter: 1, order: "progress" },
    { villageId, search: secrets.anna },
  ],
  getFigures: [{ villageId }],
  getBoardCode: [{ villageId }],
  getRulebook: [{ villageId }],
  listHonours: [{ villageId }],
  listPublications: [{ villageId }],
  getPublication: [{ publicationId }],
  verifyVillage: [{ villageId, year }],
  verifyAccount: [{ memberId: idOf.member(villageId, 4), year }],
  listMyObjections: [{}],
  getObjection: [{ objectionId: "objection" }],
  raiseObjection: [{ objectionId: "mine", reason: "没有看到他", about: row }],
  listStories: [{ villageId }],
  getStory: ["unfinished", "waiting", "withdrawn"].map((storyId) => ({ storyId })),
  nominate: [
    { ...nominee, nominationId: "new" },
    { ...nominee, nominationId: "nomination" },
  ],
  signIn: [{ code: "WRONG" }],
};

test("every public operation is asked", () => {
  const names = operations.filter(({ who }) => who === "anyone").map(({ name }) => name);
  assert.deepEqual(Object.keys(asks).sort(), [...names].sort());
});

test("the secrets are in the village: none of them is missed because it was never kept", async () => {
  const kept = JSON.stringify(await everything(cloud.cloud));
  const { withdrawnStory, ...all } = secrets;
  for (const [name, mark] of Object.entries(all)) assert(kept.includes(mark), name);
  assert(!kept.includes(withdrawnStory), "a story that was taken back is kept nowhere");
});

for (const [name, inputs] of Object.entries(asks)) {
  test(`${name} tells none of the village's secrets to somebody without account`, async () => {
    for (const input of inputs) {
      const told = JSON.stringify(await village.raw("villager", name, input));
      // What they said themselves comes back to them.
      const unsaid = told.replaceAll(JSON.stringify(input), "");
      for (const [what, mark] of Object.entries(secrets)) {
        assert(!unsaid.includes(mark), `${what} is in the answer to ${JSON.stringify(input)}`);
      }
    }
  });
}
