import type { SdkDocument } from "../../cloudbase/sdk.ts";
import { idOf } from "../../core/kernel/ids.ts";
import type { Account } from "../../core/ledger/account.ts";
import type { Entry, Line } from "../../core/ledger/entry.ts";
import { append } from "../../core/ledger/record.ts";
import { sdkOf } from "../../test/support/everything.ts";
import { cleanup, makeVillage, thisYear, type Village } from "../../test/support/village.ts";
import { type Measured, openMeasured } from "./measured.ts";
import { otherWays } from "./otherWays.ts";

/** The two lengths between which an operation must cost the same. */
const short = 1_000;
const long = 200_000;

/** The biggest insert that stays under the 100 KB of one request is about this many entries. */
const entriesAtOnce = 100;

/**
 * Documents may differ by so much: where transactions run side by side (closing an activity) it depends on
 * their timing which of them look at a document twice. A ledger 200 times as long would show.
 */
const jitter = 1.25;

type Cost = Readonly<{ requests: number; documents: number; bytes: number }>;

/**
 * Database requests, documents looked at and bytes sent for each operation of the main job, with a
 * short and with a long ledger.
 * @returns whether requests are the same for both, and documents as good as
 */
export async function ledgerLength(): Promise<boolean> {
  const measured = await openMeasured();
  try {
    return print(await costsAt(measured, "short", short), await costsAt(measured, "long", long));
  } finally {
    await measured.close();
  }
}

/** A village of its own for each length, so that nothing but the ledger differs. */
async function costsAt(
  measured: Measured,
  name: string,
  length: number,
): Promise<Map<string, Cost>> {
  const village = await makeVillage(measured, name);
  await mainJob(measured, village, `${name}-before`); // a first claim finds no document, a later one does
  await ledgerWriter(measured, village).growTo(length);
  return mainJob(measured, village, name);
}

/** The main job once, each operation measured alone. */
async function mainJob(
  { measure }: Measured,
  village: Village,
  id: string,
): Promise<Map<string, Cost>> {
  const { ask, villageId, memberId, postId } = village;
  const claimId = idOf.claim(memberId("anna"), postId, thisYear);
  const costs = new Map<string, Cost>();
  const step = async (name: string, work: () => Promise<unknown>) =>
    costs.set(name, await measure(work));
  const approve = { decision: "approve", submissionId: id, gradeId: "major" } as const;
  await step("getHome", () => ask("anna", "getHome", { villageId }));
  await step("listPosts", () => ask("anna", "listPosts", {}));
  await step("claimPost", () => ask("anna", "claimPost", { postId, gridId: `${villageId}-g1` }));
  await step("withdrawClaim", () => ask("anna", "withdrawClaim", { claimId }));
  await step("getDutyForm", () => ask("anna", "getDutyForm", {}));
  await step("submitDuty", () => ask("anna", "submitDuty", cleanup(id)));
  await step("getReviewQueue", () => ask("chief", "getReviewQueue", {}));
  await step("getSubmission", () => ask("chief", "getSubmission", { submissionId: id }));
  await step("reviewSubmission", () => ask("chief", "reviewSubmission", approve));
  await step("getPassbook", () => ask("anna", "getPassbook", {}));
  await step("getBoard", () => ask("villager", "getBoard", { villageId }));
  await step("getGridMap", () => ask("villager", "getGridMap", { villageId }));
  await otherWays(village, id, step);
  return costs;
}

/** Fills the ledger with whole, verifiable chains, shared evenly among the village's members. */
function ledgerWriter({ cloud }: Measured, village: Village) {
  const db = sdkOf(cloud);
  const members = ["anna", "ben", "staff", "chief", "far"].map((name) => village.memberId(name));
  const accounts = new Map<string, Account>();
  let written = 0;

  return {
    async growTo(length: number): Promise<void> {
      await readAccounts(); // the main job has recorded lines in between
      while (written < length) {
        const batch = Array.from({ length: entriesAtOnce }, () => next());
        // The SDK's `add` takes a list as well; its typings, and so ours, do not say so.
        const data: unknown = batch.map(({ id, ...entry }) => ({ _id: id, ...entry }));
        await db.collection("entries").add({ data: data as SdkDocument });
      }
      for (const { id, ...account } of accounts.values()) {
        await db.collection("accounts").doc(id).set({ data: account });
      }
    },
  };

  async function readAccounts(): Promise<void> {
    for (const memberId of members) {
      const id = idOf.account(memberId, thisYear);
      const { data } = await db.collection("accounts").doc(id).get();
      const { _id, ...account } = data ?? {};
      accounts.set(memberId, { ...account, id: _id } as Account);
    }
  }

  function next(): Entry {
    const memberId = members[written % members.length] ?? "";
    const account = accounts.get(memberId);
    if (!account) throw new Error(`${memberId} has no account`);
    const { entry, account: after } = append(account, line(account, written));
    accounts.set(memberId, after);
    written++;
    return entry;
  }
}

const line = (account: Account, number: number): Line => ({
  id: `award-${account.memberId}-filler-${number}`,
  villageId: account.villageId,
  accountId: account.id,
  memberId: account.memberId,
  year: account.year,
  kind: "award",
  source: { kind: "submission", id: `${account.memberId}-filler-${number}` },
  ...{ ruleId: "cleanup", gradeId: "normal", quantity: 1, event: "", times: 1, marks: [] },
  points: 200,
  ...{ occurredOn: `${account.year}-01-01`, countsOn: `${account.year}-01-01` },
  recordedAt: `${account.year}-01-02T00:00:00.000Z`,
  approvers: [{ id: account.memberId, name: "filler" }],
  branchId: account.branchId,
  gridId: account.gridId,
  explanation: {
    ...{
      rulebookId: `${account.villageId}-v1`,
      rulebookVersion: 1,
      clause: "第二条",
      ruleTitle: "环境卫生",
    },
    category: "duty",
    ...{ gradeId: "normal", gradeTitle: "按要求完成一次", rulebookTitle: "细则" },
    ...{ quantity: 1, unit: "", base: 200, highestBefore: 0, limits: [], points: 200 },
    sentence: "计2分。",
  },
});

function print(atFirst: ReadonlyMap<string, Cost>, atLast: ReadonlyMap<string, Cost>): boolean {
  let same = true;
  const rows = [...atFirst].map(([operation, before]) => {
    const after = atLast.get(operation) ?? { requests: 0, documents: 0, bytes: 0 };
    const equal =
      before.requests === after.requests && after.documents <= before.documents * jitter;
    same &&= equal;
    return {
      operation,
      requests: before.requests,
      [`documents at ${short}`]: before.documents,
      [`documents at ${long}`]: after.documents,
      "bytes sent": after.bytes,
      equal: equal ? "yes" : "NO",
    };
  });
  console.log(`\nDatabase requests and documents read, with ${short} and ${long} entries`);
  console.table(rows);
  return same;
}
