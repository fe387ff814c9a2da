import { operation } from "../kernel/operation.ts";
import { DropDraftInput, DropDraftOutput } from "./contract.ts";
import { changed, openDraft, rulebookDrafts } from "./draft.ts";
import { readDesk, shown } from "./shown.ts";

/** The committee thinks again: the latest version is what the next draft starts from. */
export const dropDraft = operation({
  name: "dropDraft",
  who: ["committee"],
  input: DropDraftInput,
  output: DropDraftOutput,
  async run({ caller: { id, villageId, name }, input: { revision }, at, db }) {
    const desk = await readDesk(db, villageId);
    const draft = await db.transact(async (tx) => {
      const now = await tx.get(rulebookDrafts, villageId);
      if (now?.status === "dropped" && now.revision === revision + 1) return now;
      openDraft(now, revision);
      const by = { id, name };
      const dropped = {
        ...changed(now, { villageId, revision, by, at }),
        status: "dropped",
      } as const;
      await tx.put(rulebookDrafts, dropped);
      return dropped;
    });
    return shown({ ...desk, draft }, at);
  },
});
