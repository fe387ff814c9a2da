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
  run: ({ input, at, db }) => rulebookOn(db, input.villageId, input.day ?? localDate(at)),
});
