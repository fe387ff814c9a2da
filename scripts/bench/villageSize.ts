import { makeVillage, thisYear, type Village } from "../../test/support/village.ts";
import { fillVillage, type Size } from "./fillVillage.ts";
import { type Measured, openMeasured } from "./measured.ts";

/** Tangjiao's members with a grid database just begun, and a village as large as a small town. */
export const sizes: Readonly<Record<"small" | "large", Size>> = {
  small: { members: 114, residents: 300 },
  large: { members: 2_000, residents: 20_000 },
};

/** What the first screen of the board may weigh. */
const boardBytesMost = 20 * 1024;

type Cost = Readonly<{ requests: number; documents: number; bytes: number; answer: number }>;

/**
 * Database requests of what villagers and grid staff look at, in a small and in a large village; the board reads
 * the booklets of every member, a thousand in a request, so a larger village may need one more for each thousand.
 * @returns whether nothing but the board's needs more in the large village, and the board's first screen is small
 */
export async function villageSize(): Promise<boolean> {
  const measured = await openMeasured();
  try {
    const [small, large] = [await costsOf(measured, "small"), await costsOf(measured, "large")];
    return print(small, large);
  } finally {
    await measured.close();
  }
}

async function costsOf(measured: Measured, name: keyof typeof sizes): Promise<Map<string, Cost>> {
  const village = await makeVillage(measured, name);
  await fillVillage(measured, village, sizes[name]);
  const costs = new Map<string, Cost>();
  for (const [title, work] of looks(village)) {
    let answer: unknown;
    const cost = await measured.measure(async () => {
      answer = await work();
    });
    costs.set(title, { ...cost, answer: Buffer.byteLength(JSON.stringify(answer)) });
  }
  return costs;
}

/** What is looked at and changed, and by whom. */
function looks({ ask, villageId }: Village): Array<[string, () => Promise<unknown>]> {
  const gridId = `${villageId}-g1`;
  const householdId = `${villageId}-home-0`;
  const quarter = { villageId, year: thisYear, quarter: 1 } as const;
  const ids = { changeId: `${villageId}-new`, householdId: `${villageId}-new` };
  const family = { ...ids, revision: 0, hamlet: "东浜", door: "新1" };
  const person = { name: "新来的", kind: "living" } as const;
  return [
    ["getGridMap", () => ask("villager", "getGridMap", { villageId })],
    ["getGrid", () => ask("villager", "getGrid", { villageId, gridId })],
    ["getBoard", () => ask("villager", "getBoard", { villageId })],
    ["getBoard, next page", () => ask("villager", "getBoard", { villageId, skip: 50 })],
    [
      "getBoard, quarter by progress",
      () => ask("anna", "getBoard", { ...quarter, order: "progress" }),
    ],
    ["getBoard, search", () => ask("villager", "getBoard", { villageId, search: "沈" })],
    ["getBoard, branches", () => ask("villager", "getBoard", { villageId, by: "branches" })],
    ["getFigures", () => ask("anna", "getFigures", { villageId })],
    ["listHouseholds", () => ask("staff", "listHouseholds", {})],
    ["listHouseholds, search", () => ask("staff", "listHouseholds", { search: "沈沈" })],
    ["getHousehold", () => ask("staff", "getHousehold", { householdId })],
    [
      "saveHousehold",
      () => ask("staff", "saveHousehold", { ...family, head: "新来的", people: [person] }),
    ],
  ];
}

function print(small: ReadonlyMap<string, Cost>, large: ReadonlyMap<string, Cost>): boolean {
  let holds = true;
  const rows = [...small].map(([operation, before]) => {
    const after = large.get(operation) ?? { requests: 0, documents: 0, bytes: 0, answer: 0 };
    const booklets = /^getBoard|^getFigures/.test(operation);
    const more = booklets ? 2 * Math.ceil(sizes.large.members / 1000) : 0;
    const equal = after.requests <= before.requests + more;
    const small = operation !== "getBoard" || after.answer < boardBytesMost;
    holds &&= equal && small;
    return {
      operation,
      [`requests, ${sizes.small.members}/${sizes.small.residents}`]: before.requests,
      [`requests, ${sizes.large.members}/${sizes.large.residents}`]: after.requests,
      "documents, small": before.documents,
      "documents, large": after.documents,
      "answer's bytes, large": after.answer,
      holds: equal && small ? "yes" : "NO",
    };
  });
  console.log("\nWhat is looked at, in a small and in a large village (members/residents)");
  console.table(rows);
  return holds;
}
