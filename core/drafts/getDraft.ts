import { operation } from "../kernel/operation.ts";
import { GetDraftInput, GetDraftOutput } from "./contract.ts";
import { readDesk, shown } from "./shown.ts";

/** The committee's draft of the next rulebook, with its contradictions and what it changes. */
export const getDraft = operation({
  name: "getDraft",
  who: ["committee"],
  input: GetDraftInput,
  output: GetDraftOutput,
  async run({ caller: { villageId }, at, db }) {
    return shown(await readDesk(db, villageId), at);
  },
});
