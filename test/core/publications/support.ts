import { type Part, periodOf } from "../../../core/board/period.ts";
import { type Account, openAccount } from "../../../core/ledger/account.ts";
import { awardId, type Entry } from "../../../core/ledger/entry.ts";
import { append, awardOf } from "../../../core/ledger/record.ts";
import { type Listing, listOf } from "../../../core/publications/list.ts";
import { type Rulebook, termsOf } from "../../../core/rulebook/rulebook.ts";
import { noon, rulebook } from "../support.ts";

/** A member's year: the account, and its lines. */
export type Book = Readonly<{ account: Account; lines: readonly Entry[] }>;

/** An account with a line for each deed: a rule, its first grade, and a day of 2026. */
export function bookOf(
  name: string,
  branch: number,
  deeds: ReadonlyArray<readonly [ruleId: string, day: string]>,
  rules: Rulebook = rulebook,
): Book {
  const holder = {
    ...{ id: `v-${name}`, villageId: "v", name, branchId: `v-b${branch}`, gridId: "v-g1" },
    ...{ classId: "", exemptions: [] },
  };
  let account = openAccount(holder, 2026, termsOf(rules));
  const lines = deeds.map(([ruleId, day], index) => {
    const gradeId = rules.rules.find(({ id }) => id === ruleId)?.grades[0]?.id ?? "";
    const id = `${name}-${index}`;
    const recording = {
      ...{ id: awardId(id), memberId: holder.id, source: { kind: "submission", id } as const },
      ...{ rulebook: rules, approvers: [{ id: "secretary", name: "某某" }], at: noon },
      fact: { ruleId, gradeId, quantity: 1, occurredOn: day, event: "" },
    };
    const recorded = append(account, awardOf(recording, account, day));
    account = recorded.account;
    return recorded.entry;
  });
  return { account, lines };
}

export const listing = (part: Part, changes: Partial<Listing> = {}): Listing => ({
  publicationId: `v-2026-${part}`,
  period: periodOf(2026, part, 1),
  scheme: rulebook,
  ...{ names: "full", ranked: true },
  nameOf: (id) => `名称${id}`,
  ...changes,
});

export const rowsOf = (books: readonly Book[], wanted: Listing) =>
  listOf(
    books.map(({ account }) => account),
    wanted,
  );
