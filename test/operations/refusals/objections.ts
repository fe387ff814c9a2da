import type { Reply } from "../../../core/app.ts";
import { sdkOf } from "../../support/everything.ts";
import { cleanup, makeVillage, thisYear, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Objections too late, too many, answered twice, or answered by the wrong one. */

const year = thisYear - 1;
const [january, february] = [`heard-${year}-m01`, `heard-${year}-m02`];
let village: Village;

const raise = (openid: string, objectionId: string, publicationId = february): Promise<Reply> =>
  village.raw(openid, "raiseObjection", {
    ...{ objectionId, reason: "那天没有看到他" },
    about: { kind: "row", publicationId, order: 1 },
  });

const reject = (name: string, objectionId: string): Promise<Reply> =>
  village.raw(name, "answerObjection", { objectionId, outcome: "rejected", answer: "核对过了" });

export const objections: Cases<
  "objection_closed" | "objection_answered" | "too_many_objections" | "own_approval"
> = {
  async scene(cloud) {
    village = await makeVillage(cloud, "heard", year);
    const { ask } = village;
    await ask("ben", "submitDuty", { ...cleanup("deed"), workedOn: `${year}-02-05` });
    const approve = { decision: "approve", submissionId: "deed", gradeId: "normal" } as const;
    await ask("deputy", "reviewSubmission", approve);
    for (const part of ["m01", "m02"] as const)
      await ask("founder", "publishPeriod", { year, part });
    for (const objectionId of ["one", "two", "three"]) await raise("villager", objectionId);
    await raise("other", "decided");
    await reject("founder", "decided");
    // The function's clock is the real one: a publication of long ago is made by its date.
    const doc = sdkOf(cloud.cloud).collection("publications").doc(january);
    const { data } = await doc.get();
    const { _id, ...publication } = data ?? {};
    await doc.set({ data: { ...publication, objectionsUntil: `${year}-02-08` } });
  },
  provoke: {
    objection_closed: () => raise("anna", "late", january),
    objection_answered: () => reject("founder", "decided"),
    too_many_objections: () => raise("villager", "four"),
    own_approval: () => reject("deputy", "one"),
  },
};
