import { operation } from "../kernel/operation.ts";
import { localDate } from "../kernel/time.ts";
import { GetRulebookInput, GetRulebookOutput } from "./contract.ts";
import { rulebookOn } from "./rulebook.ts";

/** The rules are everybody's to read. */
export const getRulebook = operation({
  name: "getRulebook",
  who: "anyone",
  input: GetRulebookInput,
  output: GetRulebookOutput,
  async run({ input, at, db }) {
    const rulebook = await rulebookOn(db, input.villageId, input.day ?? localDate(at));
    return {
      ...rulebook,
      rules: rulebook.rules.map((rule) => ({ ...rule, grades: [...rule.grades] })),
    };
  },
});
