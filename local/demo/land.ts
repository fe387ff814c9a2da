import { idOf } from "../../core/kernel/ids.ts";
import { addDays, type LocalDate } from "../../core/kernel/time.ts";
import type { Ask } from "./ask.ts";
import { inLanes } from "./lanes.ts";
import { outlines } from "./outlines.ts";
import { type Chance, pick, repeatable } from "./random.ts";
import { founder, grids, leaderOf, type Person, staffOf, villageId } from "./village.ts";
import { morning } from "./year.ts";

/**
 * The grid database of the demo village: some hundred households, all of them invented, with nobody's
 * telephone or ID number.
 */

const householdsOfGrid = 18;

export async function settle(ask: Ask, today: LocalDate): Promise<void> {
  const chance = repeatable(2015_03_04);
  const families = grids.flatMap((grid) =>
    Array.from({ length: householdsOfGrid }, (_, index) => familyOf(chance, grid, index + 1)),
  );
  await inLanes(families, async ({ by, visitedDaysAgo, need, ...family }) => {
    await ask(by, "saveHousehold", family, morning(today));
    if (visitedDaysAgo === undefined) return;
    const { householdId } = family;
    const on = addDays(today, -visitedDaysAgo);
    const visit = { visitId: `${householdId}-visit`, householdId, on, text: "上门走了走", need };
    await ask(by, "recordVisit", visit, morning(today));
  });
  for (const [before, { ordinal, hamlets }] of grids.entries()) {
    await nameStaff(ask, ordinal, today);
    const drawing = { gridId: idOf.grid(villageId, ordinal), outline: [outlines[ordinal] ?? []] };
    await ask(founder, "drawOutline", { ...drawing, revision: before }, morning(today));
    const hamlet = hamlets[0] ?? "";
    for (const [index, [name, trade, workers]] of firms.slice(0, 1 + (ordinal % 3)).entries()) {
      const id = `demo-firm-${ordinal}-${index}`;
      const firm = { changeId: id, enterpriseId: id, revision: 0, hamlet, name, trade, workers };
      await ask(staffOf(ordinal), "saveEnterprise", firm, morning(today));
    }
  }
}

/** The numbers are of a kind that no telephone has. */
async function nameStaff(ask: Ask, ordinal: number, today: LocalDate): Promise<void> {
  const gridId = idOf.grid(villageId, ordinal);
  const named = (person: Person, number: number) => ({
    ...{ memberId: person.memberId, dutyPhone: `0000${ordinal}00${number}` },
  });
  const leader = named(leaderOf(ordinal), 1);
  const staff = [named(staffOf(ordinal), 2)];
  await ask(founder, "setGridPeople", { gridId, leader, staff, revision: 0 }, morning(today));
}

const firms = [
  ["甲羊毛衫厂（示例）", "针织", 46],
  ["乙农家菜馆（示例）", "餐饮", 8],
  ["丙蔬菜合作社（示例）", "种植", 15],
] as const;

const surnames = [..."沈陆顾徐朱钱吴张王周陈李"];
const given = "大囡,二囡,家宝,阿婆,阿公,小弟,小妹,长根,引娣,招娣".split(",");
const nameOf = (chance: Chance, surname = pick(chance, surnames)) => surname + pick(chance, given);

const needs = ["", "", "", "屋顶漏雨，想请人看看", "独居，想有人常来坐坐", "楼道灯不亮"];

/** One household as grid staff type it in: most are at home, every fifth is a family from elsewhere. */
function familyOf(chance: Chance, { ordinal, hamlets }: (typeof grids)[number], index: number) {
  const householdId = `demo-home-${ordinal}-${index}`;
  const head = nameOf(chance);
  const size = 1 + Math.floor(chance() * 5);
  const isFloating = index % 5 === 0;
  const person = (nth: number) => ({
    name: nth === 0 ? head : nameOf(chance, head[0]),
    kind: isFloating
      ? ("floating" as const)
      : nth === 4
        ? ("living" as const)
        : ("registered" as const),
    floating: isFloating
      ? { from: "外省（示例）", since: `${2015 + (index % 8)}-03-01`, landlord: nameOf(chance) }
      : null,
    isRepresentative: index % 9 === 1 && nth === 0,
  });
  return {
    by: staffOf(ordinal),
    changeId: householdId,
    householdId,
    revision: 0,
    hamlet: pick(chance, hamlets),
    door: String(index),
    head,
    people: Array.from({ length: size }, (_, nth) => person(nth)),
    visitedDaysAgo: chance() < 0.6 ? Math.floor(chance() * 90) : undefined,
    need: pick(chance, needs),
  };
}
