import type { Database, Transaction } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { members } from "../members/member.ts";
import { tell } from "../members/tell.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { villages } from "../villages/village.ts";
import { booklets, checkUnused, linesOfBatch, rulebookOf } from "./batch.ts";
import { ConfirmPaperYearInput, ConfirmPaperYearOutput } from "./contract.ts";
import {
  type Confirmed,
  checkDecider,
  checkLines,
  decided,
  type PaperYear,
  paperYearId,
  paperYears,
  type Written,
} from "./paper.ts";
import { writeBooklets } from "./writeBooklets.ts";

/**
 * Another of the committee confirms a past year's booklets, and their lines are written, some members a
 * call. Called again it goes on where it stood, whoever of the committee calls; once all is written, it
 * says so.
 */
export const confirmPaperYear = operation({
  name: "confirmPaperYear",
  who: ["committee"],
  input: ConfirmPaperYearInput,
  output: ConfirmPaperYearOutput,
  async run({ caller, input, at, db, notices }) {
    const id = paperYearId(caller.villageId, input.year);
    const paper = (await db.get(paperYears, id)) ?? refuse("not_found");
    if (paper.batchId !== input.batchId) refuse("draft_changed");
    if (input.decision === "reject") {
      await reject(db, paper, input.reason, caller, at);
      await tell({ db, notices }, { id: paper.enteredBy.id }, noticeOf(paper, at));
      return { status: "rejected" as const, left: 0 };
    }
    if (paper.status === "written") return { status: paper.status, left: 0 };
    const rulebook = await rulebookOf(db, paper);
    const confirmed = await confirm(db, paper, rulebook, caller, at);
    if (confirmed.status === "written") return { status: confirmed.status, left: 0 };
    const through = await writeBooklets(db, confirmed, rulebook);
    const left = await db.count(members, {
      villageId: caller.villageId,
      ordinal: { above: through },
    });
    await advance(db, id, through, left === 0);
    return { status: left === 0 ? ("written" as const) : ("confirmed" as const), left };
  },
});

const signatureOf = ({ id, name }: Caller) => ({ id, name });

const noticeOf = ({ year }: PaperYear, at: Instant) =>
  ({
    kind: "decided",
    page: `packages/committee/paper/index?year=${year}`,
    title: `${year}年纸质一本通`,
    status: "没有同意",
    at,
  }) as const;

const reject = (
  db: Database,
  { id, batchId }: PaperYear,
  rejection: string,
  caller: Caller,
  at: Instant,
): Promise<void> =>
  db.transact(async (tx) => {
    const now = await unchanged(tx, id, batchId);
    checkDecider(now, caller);
    const rejected = { ...decided(now, signatureOf(caller), at), rejection };
    await tx.put(paperYears, { ...rejected, status: "rejected" });
  });

async function unchanged(tx: Transaction, id: string, batchId: string): Promise<PaperYear> {
  const now = (await tx.get(paperYears, id)) ?? refuse("not_found");
  if (now.batchId !== batchId) refuse("draft_changed");
  return now;
}

/**
 * The decision itself, once; all is checked again before the first line is written. Whoever comes after
 * goes on with what was decided.
 */
async function confirm(
  db: Database,
  paper: PaperYear,
  rulebook: Rulebook,
  caller: Caller,
  at: Instant,
): Promise<Confirmed | Written> {
  if (paper.status === "confirmed") return paper;
  checkDecider(paper, caller);
  try {
    await checkAgain(db, paper, rulebook);
  } catch (error) {
    // Where somebody else confirmed at the same moment, the lines in the way are the batch's own.
    const now = await db.get(paperYears, paper.id);
    if (now?.status !== "confirmed" && now?.status !== "written") throw error;
  }
  return db.transact(async (tx) => {
    const now = await unchanged(tx, paper.id, paper.batchId);
    if (now.status === "confirmed" || now.status === "written") return now;
    checkDecider(now, caller);
    const started = { ...decided(now, signatureOf(caller), at), through: 0 };
    const confirmed: Confirmed = { ...started, status: "confirmed" };
    await tx.put(paperYears, confirmed);
    return confirmed;
  });
}

async function checkAgain(db: Database, paper: PaperYear, rulebook: Rulebook): Promise<void> {
  const [everybody, lines] = await Promise.all([
    booklets(db, paper.villageId),
    linesOfBatch(db, paper),
    checkUnused(db, paper.villageId, paper.year),
  ]);
  checkLines(lines, new Set(everybody.keys()), rulebook, paper.knownTotal);
}

/** Keeps how far the writing has come; with the last booklet the year joins the village's years. */
async function advance(db: Database, id: string, through: number, isLast: boolean): Promise<void> {
  await db.transact(async (tx) => {
    const paper = (await tx.get(paperYears, id)) ?? refuse("not_found");
    if (paper.status !== "confirmed") return; // another call has finished it
    if (!isLast) {
      if (through > paper.through) await tx.put(paperYears, { ...paper, through });
      return;
    }
    const { through: _, ...written } = paper;
    const village = (await tx.get(villages, paper.villageId)) ?? refuse("not_found");
    const years = [...new Set([...village.years, paper.year])].sort((one, other) => other - one);
    await tx.put(villages, { ...village, years });
    await tx.put(paperYears, { ...written, status: "written" });
  });
}
