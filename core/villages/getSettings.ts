import { operation } from "../kernel/operation.ts";
import { firstDayOf, localDate } from "../kernel/time.ts";
import { GetSettingsInput, GetSettingsOutput } from "./contract.ts";
import { villageById } from "./village.ts";

/** What the village has decided for itself, and which year it is in. */
export const getSettings = operation({
  name: "getSettings",
  who: ["committee"],
  input: GetSettingsInput,
  output: GetSettingsOutput,
  async run({ caller: { villageId }, at, db }) {
    const { settings, openYear, yearStart } = await villageById(db, villageId);
    const year = openYear + 1;
    const from = firstDayOf(year, yearStart);
    return { ...settings, openYear, next: { year, from, begun: from <= localDate(at) } };
  },
});
