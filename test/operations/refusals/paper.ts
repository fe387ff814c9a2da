import type { Reply } from "../../../core/app.ts";
import { cleanup, makeVillage, thisYear, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Years from paper that cannot be right. */

let village: Village;

const lines = [{ ordinal: 4, ruleId: "cleanup", times: 12, points: 2400 }];

const enter = (year: number, batchId: string, knownTotal: number) => (): Promise<Reply> =>
  village.raw("founder", "enterPaperYear", { year, batchId, parts: 1, knownTotal });

const lastYear = thisYear - 1;

export const paper: Cases<"total_differs" | "year_not_past" | "paper_entered" | "year_recorded"> = {
  async scene(cloud) {
    village = await makeVillage(cloud, "booklets", lastYear);
    const { ask } = village;
    await ask("anna", "submitDuty", { ...cleanup("old"), workedOn: `${lastYear}-03-05` });
    const approve = { decision: "approve", submissionId: "old", gradeId: "normal" } as const;
    await ask("chief", "reviewSubmission", approve);
    await ask("founder", "openYear", { year: thisYear });
    for (const [year, batchId] of [
      [2013, "b1"],
      [2013, "b2"],
      [2012, "b3"],
      [lastYear, "b4"],
    ] as const) {
      await ask("founder", "enterPaperLines", { year, batchId, part: 0, lines });
    }
    await ask("founder", "enterPaperYear", {
      ...{ year: 2013, batchId: "b1" },
      parts: 1,
      knownTotal: 2400,
    });
  },
  provoke: {
    total_differs: enter(2012, "b3", 2401),
    year_not_past: enter(thisYear, "b1", 2400),
    paper_entered: enter(2013, "b2", 2400),
    year_recorded: enter(lastYear, "b4", 2400),
  },
};
