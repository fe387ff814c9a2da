import { today, type Village } from "../../support/village.ts";
import { letters, long } from "./words.ts";

/** What the grid database, the map and the stories hold of the village of long words. */

type Ask = Village["ask"];

const grid = "tangjiao-g3";

export async function liveTogether(ask: Ask): Promise<void> {
  await fillRegisters(ask);
  await drawGrids(ask);
  await tellStories(ask);
}

/** A family from elsewhere with the longest of everything, an open need, and an enterprise. */
async function fillRegisters(ask: Ask): Promise<void> {
  const floating = {
    ...{ from: long("河南周口", 60), since: today, until: today },
    ...{ landlord: letters, landlordPhone: "0512-6321 1234" },
  };
  const person = { name: letters, kind: "floating", phone: "139 0000 0001", floating } as const;
  await ask("boss", "saveHousehold", {
    ...{ changeId: "family", householdId: "home", revision: 0, hamlet: letters },
    ...{ door: "12345678901234567890", head: letters, phone: "139 0000 0001" },
    note: long("要记住的事", 200),
    people: [
      { ...person, isRepresentative: true, note: long("一个人住", 200) },
      { name: "王小宝", kind: "newResident" },
    ],
  });
  const text = long("看了看", 300);
  const visit = { householdId: "home", on: today, text };
  await ask("boss", "recordVisit", { ...visit, visitId: "visit", need: long("修屋顶", 200) });
  const follow = { changeId: "follow", visitId: "visit", revision: 1, text, done: false };
  await ask("boss", "followUp", follow);
  await ask("boss", "recordService", {
    ...visit,
    serviceId: "service",
    memberId: "tangjiao-m9998",
  });
  await ask("boss", "saveEnterprise", {
    ...{ changeId: "firm", enterpriseId: "firm", revision: 0, hamlet: letters, name: letters },
    ...{ trade: long("做家具"), contact: letters, phone: "0512-63211234", workers: 99_999 },
    note: long("备注", 200),
  });
}

/** Two grids that touch, with duty numbers; the second grid is not drawn. */
async function drawGrids(ask: Ask): Promise<void> {
  const square = (west: number) =>
    [
      [
        [
          [west, 31],
          [west + 0.01, 31],
          [west + 0.01, 31.01],
          [west, 31.01],
        ],
      ],
    ] as const;
  for (const [at, gridId] of ["tangjiao-g1", grid].entries()) {
    const { revision } = await ask("founder", "getOutlines", { gridId });
    const [outline] = square(120.7 + at / 100);
    await ask("founder", "drawOutline", { gridId, outline, revision });
  }
  const { grids } = await ask("founder", "getGridPeople", {});
  const { revision = 0 } = grids.find(({ id }) => id === grid) ?? {};
  const named = (memberId: string) => ({ memberId, dutyPhone: "0512-63211234" });
  const people = { leader: named("tangjiao-m9998"), staff: [named("tangjiao-m9999")] };
  await ask("founder", "setGridPeople", { gridId: grid, ...people, revision });
}

/** One story in every state, and two nominations. */
async function tellStories(ask: Ask): Promise<void> {
  const states = ["draft", "handedIn", "published", "returned"];
  for (const [at, storyId] of states.entries()) {
    const { revision } = await ask("long", "saveStory", {
      ...{ storyId, revision: 0, kind: "memberStory", title: long("河边的早晨") },
      ...{ text: long("天还没亮", 2000), media: { kind: "none" } },
      about: { kind: "other", name: long("老邻居", 20), gridId: grid },
      ...{ consent: { how: long("当面说好的", 60), on: today }, peopleChecked: true },
    });
    if (at > 0) await ask("long", "handInStory", { storyId, revision });
    if (storyId === "published") await ask("deputy", "publishStory", { storyId, revision });
    const reason = long("再写写", 200);
    if (storyId === "returned") await ask("deputy", "returnStory", { storyId, revision, reason });
  }
  const nomination = { villageId: "tangjiao", name: letters.slice(0, 20), text: long("好人", 200) };
  for (const nominationId of ["open", "closed"]) {
    await ask("villager", "nominate", { ...nomination, nominationId });
  }
  await ask("founder", "closeNomination", { nominationId: "closed", outcome: "noted" });
}
