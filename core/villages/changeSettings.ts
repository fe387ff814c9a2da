import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { SettingsInput, SettingsOutput } from "./contract.ts";
import { defaultSettings, villages } from "./village.ts";

/** The committee decides how people and numbers are shown in public. */
export const changeSettings = operation({
  name: "changeSettings",
  who: ["committee"],
  input: SettingsInput,
  output: SettingsOutput,
  async run({ caller, input, db }) {
    return db.transact(async (tx) => {
      const village = (await tx.get(villages, caller.villageId)) ?? refuse("not_found");
      const fewerThan = input.fewerThan ?? village.settings.fewerThan ?? defaultSettings.fewerThan;
      const settings = { ...input, fewerThan };
      await tx.put(villages, { ...village, settings });
      return settings;
    });
  },
});
