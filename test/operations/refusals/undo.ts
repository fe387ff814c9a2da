import type { Reply } from "../../../core/app.ts";
import { sdkOf } from "../../support/everything.ts";
import { cleanup, makeVillage, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Decisions that are taken back, or cannot be any more. */

let made: Village;

const approve = { decision: "approve", gradeId: "normal" } as const;

const undoing = (by: string, submissionId: string) => (): Promise<Reply> =>
  made.raw(by, "undoReview", { submissionId });

const provoke = {
  not_undoable: undoing("chief", "undo-waiting"),
  not_own_review: undoing("founder", "undo-decided"),
  undo_too_late: undoing("chief", "undo-old"),
  mended_meanwhile: () =>
    made.raw("chief", "reviewSubmission", {
      ...{ ...approve, submissionId: "undo-waiting" },
      submittedAt: "2020-01-01T00:00:00.000Z",
    }),
} satisfies Record<string, () => Promise<Reply>>;

export const undo: Cases<keyof typeof provoke> = {
  async scene(cloud) {
    made = await makeVillage(cloud, "undo");
    for (const id of ["undo-waiting", "undo-decided", "undo-old"]) {
      await made.ask("anna", "submitDuty", cleanup(id));
    }
    for (const submissionId of ["undo-decided", "undo-old"]) {
      await made.ask("chief", "reviewSubmission", { ...approve, submissionId });
    }
    const elevenMinutesAgo = new Date(Date.now() - 11 * 60_000).toISOString();
    const query = sdkOf(cloud.cloud).collection("submissions").where({ _id: "undo-old" });
    await query.update({ data: { reviewedAt: elevenMinutesAgo } });
  },
  provoke,
};
