import type { HouseholdFields, ResidentFields } from "../../../core/households/fields.ts";
import { newHousehold, newResident } from "../../../core/households/make.ts";

/** Builders that show only what a case is about; everybody here is invented. */

export const household = (changes: Partial<HouseholdFields> & { id?: string } = {}) => {
  const { id = "h1", ...fields } = changes;
  const blank = { hamlet: "东浜", door: "12-3", head: "王大明", phone: "", note: "" };
  return newHousehold({ id, villageId: "v" }, { ...blank, ...fields });
};

export const resident = (id: string, changes: Partial<ResidentFields> = {}, of = household()) =>
  newResident(id, of, {
    ...{ name: "王小明", kind: "registered", birthday: "", phone: "", idNumber: "" },
    ...{ floating: null, isRepresentative: false, note: "", ...changes },
  });

export const fromAnhui = {
  ...{ from: "安徽阜阳", since: "2026-03-01", until: "" },
  ...{ landlord: "王大明", landlordPhone: "" },
};
