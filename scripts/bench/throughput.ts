import { idOf } from "../../core/kernel/ids.ts";
import { sdkOf } from "../../test/support/everything.ts";
import { cleanup, makeVillage, thisYear, type Village } from "../../test/support/village.ts";
import { type Measured, openMeasured } from "./measured.ts";

/** Approvals one after another; enough that starting up does not count. */
const approvals = 150;

/** Approvals a second through the function, against the same requests made bare through the SDK. */
export async function throughput(): Promise<void> {
  const measured = await openMeasured();
  try {
    const village = await makeVillage(measured, "speed");
    for (let index = 0; index < 2 * approvals; index++) {
      await village.ask("anna", "submitDuty", cleanup(`s${index}`));
    }
    const viaFunction = await seconds(async () => {
      for (let index = 0; index < approvals; index++) await approve(village, `s${index}`);
    });
    const bare = bareApproval(measured, village);
    const viaSdk = await seconds(async () => {
      for (let index = approvals; index < 2 * approvals; index++) await bare(`s${index}`);
    });
    console.log("\nApprovals, one after another");
    console.table([
      {
        "function, a second": Math.round(approvals / viaFunction),
        "bare SDK, a second": Math.round(approvals / viaSdk),
        "function ÷ bare": Number((viaSdk / viaFunction).toFixed(2)),
      },
    ]);
  } finally {
    await measured.close();
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

const approve = ({ ask }: Village, submissionId: string) =>
  ask("chief", "reviewSubmission", { decision: "approve", submissionId, gradeId: "normal" });

/** The requests of one approval and nothing around them: no rules, no checks, no seal. */
function bareApproval({ cloud }: Measured, { memberId, openid, villageId }: Village) {
  const db = sdkOf(cloud);
  const accountId = idOf.account(memberId("anna"), thisYear);
  return async (submissionId: string): Promise<void> => {
    await db
      .collection("members")
      .where({ openid: openid("chief") })
      .limit(1)
      .get();
    const tx = await db.startTransaction();
    const submission = await tx.collection("submissions").doc(submissionId).get();
    await tx.collection("rulebooks").doc(idOf.rulebook(villageId, 1)).get();
    const { data: account } = await tx.collection("accounts").doc(accountId).get();
    const { _id: _a, ...same } = account ?? {};
    const seq = Number(same.seq) + 1;
    await tx
      .collection("accounts")
      .doc(accountId)
      .set({ data: { ...same, seq } });
    const entry = { _id: `bare-${submissionId}`, accountId, seq, points: 200 };
    await tx.collection("entries").add({ data: entry });
    const { _id: _s, ...rest } = submission.data ?? {};
    const decided = { ...rest, status: "approved" };
    await tx.collection("submissions").doc(submissionId).set({ data: decided });
    await tx.commit();
    await db
      .collection("members")
      .where({ _id: memberId("anna") })
      .limit(5)
      .get();
  };
}
