import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { claims } from "../posts/claim.ts";
import { type Rulebook, ruleById, rulebooks } from "../rulebook/rulebook.ts";
import { type Submission, submissions } from "../submissions/submission.ts";
import { waitingClaims, waitingSubmissions } from "../submissions/waiting.ts";
import type { Grading, Item } from "./chat.ts";

/** So many are listed at a time. */
export const listedAtOnce = 5;

/** A list gets no longer: whoever has looked at so many decides about them first. */
export const listedMost = 100;

/** One that waits, with what is told of it beside what is kept of it. */
export type Listed = Readonly<{ item: Item; submission: Submission }>;

export type Waiting = Readonly<{
  listed: readonly Listed[];
  /** How many follow after these, and how many wait in all. */
  following: number;
  total: number;
  /** Claims of posts that wait too; they are confirmed on their page. */
  claims: number;
}>;

/**
 * What waits for this reviewer, the oldest first, after what the list has already: four requests, however
 * much waits.
 */
export async function waitingAfter(
  db: Database,
  reviewer: Caller,
  known: readonly Item[],
): Promise<Waiting> {
  const where = waitingSubmissions(reviewer);
  const [found, total, claimsWaiting] = await Promise.all([
    db.find(submissions, {
      ...{ where, orderBy: [["submittedAt", "asc"]] },
      limit: known.length + listedAtOnce,
    }),
    db.count(submissions, where),
    db.count(claims, waitingClaims(reviewer)),
  ]);
  const isKnown = (one: Submission) => known.some((item) => isSame(item, one));
  const next = found.filter((one) => !isKnown(one)).slice(0, listedAtOnce);
  const books = await rulebooksOf(db, next);
  const last = known.at(-1)?.number ?? 0;
  return {
    listed: next.map((submission, index) => ({
      item: itemOf(submission, books, last + index + 1),
      submission,
    })),
    following: total - found.filter(isKnown).length - next.length,
    ...{ total, claims: claimsWaiting },
  };
}

const isSame = (item: Item, { id, submittedAt }: Submission): boolean =>
  item.submissionId === id && item.submittedAt === submittedAt;

const rulebooksOf = async (db: Database, some: readonly Submission[]): Promise<Rulebook[]> =>
  some.length === 0
    ? []
    : db.find(rulebooks, {
        where: { id: { in: [...new Set(some.map(({ rulebookId }) => rulebookId))] } },
        limit: listedAtOnce,
      });

function itemOf(submission: Submission, books: readonly Rulebook[], number: number): Item {
  const { id, submittedAt, memberName, ruleTitle } = submission;
  return {
    ...{ number, submissionId: id, submittedAt, member: memberName, rule: ruleTitle },
    ...gradingsOf(submission, books),
  };
}

/** The usual grade, or of an honour the level that the member says; and the one grade above. */
function gradingsOf(
  { rulebookId, ruleId, honour, quantity }: Submission,
  books: readonly Rulebook[],
): Pick<Item, "usual" | "higher"> {
  const book = books.find(({ id }) => id === rulebookId);
  const grades = book ? ruleById(book, ruleId).grades : [];
  const usual = grades.find(({ id }) => id === honour?.gradeId) ?? grades[0];
  const above = grades.filter(({ points }) => points > (usual?.points ?? 0));
  const [higher] = honour || above.length > 1 ? [] : above;
  const grading = (grade: typeof usual): Grading => ({
    gradeId: grade?.id ?? "",
    points: (grade?.points ?? 0) * quantity,
  });
  return { usual: grading(usual), ...(higher ? { higher: grading(higher) } : {}) };
}

/** Those of a list that still wait as they were shown: one request. */
export async function stillWaiting(db: Database, items: readonly Item[]): Promise<Item[]> {
  if (items.length === 0) return [];
  const found = await db.find(submissions, {
    where: { id: { in: items.map(({ submissionId }) => submissionId) }, status: "pending" },
    limit: listedMost,
  });
  return items.filter((item) => found.some((one) => isSame(item, one)));
}
