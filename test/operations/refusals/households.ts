import type { Reply } from "../../../core/app.ts";
import { makeVillage, today, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** What cannot be in the grid database. */

let village: Village;

const household = (householdId: string, door: string, revision = 0) => ({
  ...{ changeId: `${householdId}-${door}-${revision}`, householdId, revision },
  ...{ hamlet: "东浜", door, head: "王大" },
});

const anna = { name: "王小", kind: "registered" as const };

const family = (size: number) =>
  Array.from({ length: size }, (_, at) => ({ ...anna, name: `王${at}` }));

const save = (fields: object) => (): Promise<Reply> =>
  village.raw("staff", "saveHousehold", fields);

const saveResident = (fields: object) => (): Promise<Reply> =>
  village.raw("staff", "saveResident", {
    ...{ changeId: "wrong", residentId: "r", householdId: "lived", revision: 0, ...anna },
    ...fields,
  });

type Codes =
  | "changed_meanwhile"
  | "household_there"
  | "household_full"
  | "people_left"
  | "no_longer_kept"
  | "id_number_wrong"
  | "birthday_differs"
  | "floating_missing"
  | "phone_wrong";

export const households: Cases<Codes> = {
  async scene(cloud) {
    village = await makeVillage(cloud, "doors");
    const { ask } = village;
    const mistake = { changeId: "over", revision: 1, why: "mistake", on: today } as const;
    await ask("staff", "saveHousehold", { ...household("lived", "1"), people: family(1) });
    await ask("staff", "saveHousehold", household("ended", "2"));
    await ask("staff", "endHousehold", { ...mistake, householdId: "ended" });
    for (const revision of [0, 1, 2]) {
      const form = household("full", "3", revision);
      await ask("staff", "saveHousehold", { ...form, people: family(20) });
    }
  },
  provoke: {
    changed_meanwhile: save(household("lived", "1", 4)),
    household_there: save(household("another", "1")),
    household_full: save({ ...household("full", "3", 3), people: family(1) }),
    people_left: () =>
      village.raw("staff", "endHousehold", {
        ...{ changeId: "torn", householdId: "lived", revision: 1, why: "demolished", on: today },
      }),
    no_longer_kept: save(household("ended", "2", 2)),
    id_number_wrong: saveResident({ idNumber: "320000199001010000" }),
    birthday_differs: saveResident({ idNumber: "11010519491231002X", birthday: "1949-12-30" }),
    floating_missing: saveResident({ kind: "floating" }),
    phone_wrong: saveResident({ phone: "打王大家" }),
  },
};
