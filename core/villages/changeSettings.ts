import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { SettingsInput, SettingsOutput } from "./contract.ts";
import { villages } from "./village.ts";

/** The committee decides how the board shows people. */
export const changeSettings = operation({
  name: "changeSettings",
  who: ["committee"],
  input: SettingsInput,
  output: SettingsOutput,
  async run({ caller, input, db }) {
    await db.transact(async (tx) => {
      const village = (await tx.get(villages, caller.villageId)) ?? refuse("not_found");
      await tx.put(villages, { ...village, settings: input });
    });
    return input;
  },
});
