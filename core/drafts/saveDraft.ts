import { operation } from "../kernel/operation.ts";
import { differences } from "./compare.ts";
import { SaveDraftInput, SaveDraftOutput } from "./contract.ts";
import { changed, rulebookDrafts } from "./draft.ts";
import { readDesk, shown } from "./shown.ts";

/** A committee member writes the draft anew; sent again after a lost signal, it is saved once. */
export const saveDraft = operation({
  name: "saveDraft",
  who: ["committee"],
  input: SaveDraftInput,
  output: SaveDraftOutput,
  async run({ caller, input: { revision, scheme }, at, db }) {
    const { id, villageId, name } = caller;
    const desk = await readDesk(db, villageId);
    const draft = await db.transact(async (tx) => {
      const now = await tx.get(rulebookDrafts, villageId);
      const isSaved =
        now?.status === "open" &&
        now.revision === revision + 1 &&
        now.changedBy.id === id &&
        differences(now.scheme, scheme).length === 0;
      if (isSaved) return now;
      const saved = {
        ...changed(now, { villageId, revision, by: { id, name }, at }),
        ...({ status: "open", scheme } as const),
      };
      await tx.put(rulebookDrafts, saved);
      return saved;
    });
    return shown({ ...desk, draft }, at);
  },
});
