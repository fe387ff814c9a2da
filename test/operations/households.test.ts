import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addDays } from "../../core/kernel/time.ts";
import { everything, sdkOf } from "../support/everything.ts";
import { makeVillage, openCloud, type TestCloud, today, type Village } from "../support/village.ts";

/** The grid database through the bundled function. `staff` has the first grid, 东浜; 西浜 is the second's. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "doors");
});
after(() => cloud.close());

const form = (householdId: string, changes: object = {}) => ({
  ...{ changeId: `new-${householdId}`, householdId, revision: 0 },
  ...{ hamlet: "东浜", door: householdId, head: "王大明", ...changes },
});

const floating = (name: string) => ({
  ...{ name, kind: "floating" as const },
  floating: { from: "安徽阜阳", since: "2026-03-01", landlord: "王大明" },
});

const numbersOf = async (by = "founder", gridId?: string) =>
  (await village.ask(by, "listHouseholds", gridId ? { gridId } : {})).numbers;

const secondGrid = "doors-g2";

/** What the same call said before, and that nothing was written by saying it again. */
async function repeats(operation: string, input: object, expected: unknown): Promise<void> {
  const was = await everything(cloud.cloud);
  assert.deepEqual(await village.raw("staff", operation, input), { ok: true, value: expected });
  assert.deepEqual(await everything(cloud.cloud), was);
}

test("a household with a floating family of three is one form, and raises the residents by three", async () => {
  const { ask } = village;
  await ask("staff", "saveHousehold", form("1"));
  const was = await numbersOf();
  const people = ["张一", "张二", "张三"].map(floating);
  const family = { ...form("1", { changeId: "family" }), revision: 1, people };
  const saved = await ask("staff", "saveHousehold", family);
  assert.deepEqual(saved, { revision: 2, residentIds: ["family-1", "family-2", "family-3"] });
  const now = await numbersOf();
  assert.deepEqual(
    [now.households - was.households, now.residents - was.residents, now.newResidents],
    [0, 3, 3],
  );
  await repeats("saveHousehold", family, saved);
});

test("a birthday that is still to come was accepted: it is refused, in a household's form and in a person's", async () => {
  const person = { ...floating("张四"), birthday: addDays(today, 1) };
  const unborn = form("1", { changeId: "unborn" });
  const family = { ...unborn, revision: 2, people: [person] };
  const added = await village.raw("staff", "saveHousehold", family);
  assert.equal(added.ok || added.code, "date_in_future");
  const { householdId } = unborn;
  const alone = { changeId: "unborn", residentId: "unborn", householdId, revision: 0, ...person };
  const saved = await village.raw("staff", "saveResident", alone);
  assert.equal(saved.ok || saved.code, "date_in_future");
});

test("a form's id that was used for something else is refused", async () => {
  const reply = await village.raw("staff", "saveHousehold", form("9", { changeId: "family" }));
  assert.equal(reply.ok || reply.code, "already_exists");
});

test("grid staff see and change their own grid only; the committee every grid", async () => {
  const { ask, raw } = village;
  await ask(
    "founder",
    "saveHousehold",
    form("west", { hamlet: "西浜", people: [floating("李一")] }),
  );
  const said = async (operation: string, input: object) => {
    const reply = await raw("staff", operation, input);
    return reply.ok ? "done" : reply.code;
  };
  const west = { householdId: "west", revision: 1 };
  const attempts = [
    said("listHouseholds", { gridId: secondGrid }),
    said("listHouseholds", { hamlet: "西浜" }),
    said("listEnterprises", { gridId: secondGrid }),
    said("getHousehold", { householdId: "west" }),
    said("saveHousehold", form("2", { hamlet: "西浜" })),
    said("saveHousehold", form("west", { changeId: "c1", revision: 1, hamlet: "西浜" })),
    said("moveHousehold", { ...west, changeId: "c2", hamlet: "东浜", door: "8" }),
    said("endHousehold", { ...west, changeId: "c3", why: "moved", on: today }),
    said("saveResident", {
      ...{ changeId: "c4", residentId: "r", householdId: "west", revision: 0 },
      ...{ name: "李二", kind: "living" },
    }),
    said("saveResident", {
      ...{ changeId: "c5", residentId: "new-west-1", householdId: "1", revision: 1 },
      ...floating("李一"),
    }),
    said("endResident", {
      ...{ changeId: "c6", residentId: "new-west-1", revision: 1, why: "moved", on: today },
    }),
    said("recordVisit", { visitId: "v", householdId: "west", on: today, text: "看看" }),
    said("recordService", {
      ...{ serviceId: "s", householdId: "west", memberId: village.memberId("anna") },
      ...{ on: today, text: "理发" },
    }),
    said("saveEnterprise", {
      ...{ changeId: "c7", enterpriseId: "e", revision: 0, hamlet: "西浜", name: "丝厂" },
    }),
  ];
  assert.deepEqual([...new Set(await Promise.all(attempts))], ["other_grid"]);
  const { grids } = await ask("staff", "listHouseholds", {});
  assert.deepEqual(
    grids.map(({ name }) => name),
    ["第一网格"],
  );
  const { rows } = await ask("founder", "listHouseholds", { gridId: secondGrid });
  assert.deepEqual(
    rows.map(({ householdId, people, floating: chips }) => [householdId, people, chips]),
    [["west", 1, 1]],
  );
});

test("another village's household is not there", async () => {
  const { raw } = village;
  const db = sdkOf(cloud.cloud);
  const { households = [] } = await everything(cloud.cloud);
  const [{ _id, ...known } = {}] = households;
  await db.collection("households").add({ data: { ...known, _id: "far", villageId: "elsewhere" } });
  for (const [operation, input] of [
    ["getHousehold", { householdId: "far" }],
    ["saveHousehold", form("far", { revision: 1 })],
    ["recordVisit", { visitId: "v", householdId: "far", on: today, text: "看看" }],
  ] as const) {
    const reply = await raw("founder", operation, input);
    assert.equal(reply.ok || reply.code, "not_found", operation);
  }
});

test("what a household was is kept, with who changed it", async () => {
  const { ask } = village;
  const mended = form("1", { changeId: "mended", revision: 2, phone: "13900000001" });
  await ask("founder", "saveHousehold", mended);
  const { history, phone } = await ask("staff", "getHousehold", { householdId: "1" });
  assert.equal(phone, "13900000001");
  assert.deepEqual(history[0], {
    ...{ on: today, by: "发起人", thing: "household", name: "王大明", what: "changed" },
    ...{ fields: [{ label: "电话", from: "", to: "13900000001" }], imported: false },
  });
  assert.deepEqual(history.map(({ thing, what }) => `${thing} ${what}`).sort(), [
    ...["household changed", "household new"],
    ...["resident new", "resident new", "resident new"],
  ]);
  const { gridChanges = [] } = await everything(cloud.cloud);
  const change = gridChanges.find(({ _id }) => _id === "mended");
  assert.equal((change?.before as { phone?: string } | undefined)?.phone, "");
});

test("whoever saw an older state is told to look again, and nobody's change is lost", async () => {
  const { raw } = village;
  const stale = await raw("staff", "saveHousehold", form("1", { changeId: "late", revision: 2 }));
  assert.equal(stale.ok || stale.code, "changed_meanwhile");
  const race = ["a", "b", "c"].map((head) =>
    raw("staff", "saveHousehold", form("1", { changeId: `race-${head}`, revision: 3, head })),
  );
  const replies = await Promise.all(race);
  assert.deepEqual(replies.map((reply) => (reply.ok ? "saved" : reply.code)).sort(), [
    ...["changed_meanwhile", "changed_meanwhile", "saved"],
  ]);
});

test("two who write the same door at once make one household", async () => {
  const twins = ["twin-a", "twin-b"].map((id) =>
    village.raw("staff", "saveHousehold", form(id, { door: "77" })),
  );
  const replies = await Promise.all(twins);
  assert.deepEqual(replies.map((reply) => (reply.ok ? "saved" : reply.code)).sort(), [
    ...["household_there", "saved"],
  ]);
});

test("a household moves to another grid with its people, both grids' numbers, and its door", async () => {
  const { ask, raw } = village;
  const [east, west] = [await numbersOf(), await numbersOf("founder", secondGrid)];
  const move = { changeId: "move", householdId: "1", revision: 4, hamlet: "西浜", door: "6" };
  const moved = await ask("staff", "moveHousehold", move);
  const [eastNow, westNow] = [await numbersOf(), await numbersOf("founder", secondGrid)];
  assert.deepEqual(
    [eastNow.households - east.households, eastNow.residents - east.residents],
    [-1, -3],
  );
  assert.deepEqual(
    [westNow.households - west.households, westNow.newResidents - west.newResidents],
    [1, 3],
  );
  const { history, residents } = await ask("founder", "getHousehold", { householdId: "1" });
  assert.equal(residents.length, 3);
  assert.deepEqual(history[0]?.fields, [
    { label: "自然村", from: "东浜", to: "西浜" },
    { label: "门牌", from: "1", to: "6" },
  ]);
  const gone = await raw("staff", "getHousehold", { householdId: "1" });
  assert.equal(gone.ok || gone.code, "other_grid");
  await repeats("moveHousehold", move, moved);
  await ask("staff", "saveHousehold", form("after", { door: "1" }));
});

test("a resident is mended, moves to another household of the grid, and leaves", async () => {
  const { ask } = village;
  const who = { residentId: "wang", name: "王小明", idNumber: "11010519491231002X" };
  await ask("staff", "saveHousehold", form("old"));
  await ask("staff", "saveHousehold", form("young"));
  const was = await numbersOf();
  const born = {
    ...who,
    changeId: "w1",
    householdId: "old",
    revision: 0,
    kind: "registered",
  } as const;
  await ask("staff", "saveResident", born);
  const elected = {
    ...born,
    changeId: "w2",
    revision: 1,
    householdId: "young",
    isRepresentative: true,
  };
  await ask("staff", "saveResident", elected);
  const [old, young] = await Promise.all(
    ["old", "young"].map((householdId) => ask("staff", "getHousehold", { householdId })),
  );
  assert.deepEqual([old?.residents, young?.residents.length], [[], 1]);
  assert.equal(young?.residents[0]?.idNumber, "110***********002X");
  const edited = await ask("staff", "getHousehold", { householdId: "young", forEditing: true });
  assert.equal(edited.residents[0]?.idNumber, who.idNumber);
  const now = await numbersOf();
  assert.deepEqual(
    [now.residents - was.residents, now.representatives - was.representatives],
    [1, 1],
  );
  const left = {
    changeId: "w3",
    residentId: "wang",
    revision: 2,
    why: "moved",
    on: today,
  } as const;
  const ended = await ask("staff", "endResident", { ...left, to: "上海" });
  await repeats("endResident", { ...left, to: "上海" }, ended);
  assert.deepEqual(await numbersOf(), was);
});

test("a household that ends takes its people out of the numbers and leaves its door to others", async () => {
  const { ask } = village;
  const was = await numbersOf();
  await ask(
    "staff",
    "saveHousehold",
    form("short", { people: [floating("周一"), floating("周二")] }),
  );
  const end = {
    changeId: "end",
    householdId: "short",
    revision: 1,
    why: "moved",
    on: today,
  } as const;
  assert.deepEqual(await ask("staff", "endHousehold", end), { people: 2 });
  await repeats("endHousehold", end, { people: 2 });
  assert.deepEqual(await numbersOf(), was);
  const shown = await ask("staff", "getHousehold", { householdId: "short" });
  assert.deepEqual([shown.ended, shown.residents], ["moved", []]);
  await ask("staff", "saveHousehold", form("next", { door: "short" }));
});

test("a visit finds a need that stays open, in front of later visits, until it is seen to", async () => {
  const { ask } = village;
  const visit = { householdId: "old", text: "老人一个人在家" };
  const lastWeek = addDays(today, -9);
  const first = { ...visit, visitId: "v1", on: lastWeek, need: "修水管" };
  const told = await ask("staff", "recordVisit", first);
  assert.deepEqual(told, { visitedOn: lastWeek, openNeeds: 1 });
  await repeats("recordVisit", first, told);
  await ask("staff", "recordVisit", { ...visit, visitId: "v2", on: today });
  const shown = await ask("staff", "getHousehold", { householdId: "old" });
  assert.deepEqual(
    shown.visits.map(({ visitId }) => visitId),
    ["v1", "v2"],
  );
  const needy = await ask("staff", "listHouseholds", { only: "needs" });
  assert.deepEqual(
    needy.rows.map(({ householdId, openNeeds, visitedOn }) => [householdId, openNeeds, visitedOn]),
    [["old", 1, today]],
  );
  const called = { changeId: "f1", visitId: "v1", revision: 1, text: "找了水电工", done: false };
  await ask("founder", "followUp", called);
  const done = { ...called, changeId: "f2", revision: 2, text: "修好了", done: true };
  const seenTo = await ask("staff", "followUp", done);
  assert.deepEqual(seenTo, { revision: 3, openNeeds: 0 });
  await repeats("followUp", done, seenTo);
  const { visits } = await ask("staff", "getHousehold", { householdId: "old" });
  assert.deepEqual(
    visits.map(({ visitId, followUps, doneOn }) => [
      visitId,
      followUps.map(({ by }) => by),
      doneOn,
    ]),
    [
      ["v2", [], ""],
      ["v1", ["发起人", "staff"], today],
    ],
  );
  assert.deepEqual((await ask("staff", "listHouseholds", { only: "needs" })).rows, []);
});

test("what a member did for a household is written down, and no points come of it", async () => {
  const { ask, memberId } = village;
  const service = {
    ...{ serviceId: "s1", householdId: "old", memberId: memberId("anna") },
    ...{ on: today, text: "修好了水管" },
  };
  await ask("staff", "recordService", service);
  await repeats("recordService", service, { serviceId: "s1" });
  const { services } = await ask("staff", "getHousehold", { householdId: "old" });
  assert.deepEqual(services, [
    { serviceId: "s1", on: today, member: "anna", text: "修好了水管", by: "staff" },
  ]);
  assert.equal((await ask("anna", "getPassbook", {})).balance, 0);
});

test("the last visited stand first, then by hamlet and door; a search finds pieces of names and doors", async () => {
  const { ask } = village;
  const found = async (input: object) =>
    (await ask("staff", "listHouseholds", input)).rows.map(({ door }) => door);
  assert.deepEqual(await found({}), ["old", "1", "77", "short", "young"]);
  assert.deepEqual(await found({ search: "77" }), ["77"]);
  assert.deepEqual(await found({ search: "东浜77" }), ["77"]);
  assert.deepEqual(await found({ search: "大明", only: "floating" }), []);
  assert.deepEqual(await found({ only: "unvisited" }), ["1", "77", "short", "young"]);
  const west = { gridId: secondGrid, search: "张二" };
  const { rows } = await ask("founder", "listHouseholds", west);
  assert.deepEqual(
    rows.map(({ householdId }) => householdId),
    ["1"],
  );
});

test("an enterprise is counted from when it is written down until it ends", async () => {
  const { ask } = village;
  const silk = { changeId: "e1", enterpriseId: "silk", revision: 0, hamlet: "东浜", name: "丝厂" };
  const saved = await ask("staff", "saveEnterprise", silk);
  await repeats("saveEnterprise", silk, saved);
  const { rows } = await ask("staff", "listEnterprises", {});
  assert.deepEqual(
    rows.map(({ name, workers, revision }) => [name, workers, revision]),
    [["丝厂", 0, 1]],
  );
  assert.equal((await numbersOf()).enterprises, 1);
  await ask("founder", "endEnterprise", {
    ...{ changeId: "e2", enterpriseId: "silk", revision: 1, why: "closed" },
  });
  assert.equal((await numbersOf()).enterprises, 0);
  assert.deepEqual((await ask("staff", "listEnterprises", {})).rows, []);
});

test("after all that a recount finds no difference; a number that was altered it tells and mends", async () => {
  const { ask } = village;
  assert.deepEqual(await ask("founder", "recountGrids", {}), { differences: [] });
  const was = await numbersOf();
  const db = sdkOf(cloud.cloud);
  const where = { villageId: "doors", hamlet: "东浜" };
  await db
    .collection("hamletNumbers")
    .where(where)
    .update({ data: { residents: 999 } });
  assert.deepEqual(await ask("founder", "recountGrids", {}), {
    differences: [
      { hamlet: "东浜", number: "residents", kept: 999, counted: was.residents, mended: true },
    ],
  });
  assert.deepEqual(await numbersOf(), was);
});

test("a recount that meets changes leaves the numbers right", async () => {
  const { ask } = village;
  const db = sdkOf(cloud.cloud);
  const where = { villageId: "doors", hamlet: "东浜" };
  await db
    .collection("hamletNumbers")
    .where(where)
    .update({ data: { households: 0 } });
  const writing = ["m1", "m2", "m3", "m4"].map((id) => ask("staff", "saveHousehold", form(id)));
  await Promise.all([ask("founder", "recountGrids", {}), ...writing]);
  await ask("founder", "recountGrids", {});
  assert.deepEqual(await ask("founder", "recountGrids", {}), { differences: [] });
  const { rows, numbers } = await ask("staff", "listHouseholds", {});
  assert.equal(numbers.households, rows.length);
});
