import { findAll } from "../kernel/findAll.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { accounts, closedThroughOf, openAccount } from "../ledger/account.ts";
import { termsOfYear } from "../rulebook/rulebook.ts";
import { villageById, villages } from "../villages/village.ts";
import { OpenYearInput, OpenYearOutput } from "./contract.ts";
import { members } from "./member.ts";

/**
 * A new year: everybody gets a new booklet, and what was done in the years before can no longer be
 * submitted. Pressed again, it only adds the booklets that are still missing.
 */
export const openYear = operation({
  name: "openYear",
  who: ["committee"],
  input: OpenYearInput,
  output: OpenYearOutput,
  async run({ caller: { villageId }, input: { year }, db }) {
    const village = await villageById(db, villageId);
    if (year < village.openYear) refuse("year_not_next");
    const [terms, closedThrough] = await Promise.all([
      termsOfYear(db, village, year),
      closedThroughOf(db, villageId, year),
    ]);
    const everybody = await findAll(db, members, {
      where: { villageId },
      orderBy: [["ordinal", "asc"]],
    });
    for (let start = 0; start < everybody.length; start += insertsAtOnce) {
      const some = everybody.slice(start, start + insertsAtOnce);
      await Promise.all(
        some.map((member) =>
          db.insertNew(accounts, openAccount(member, year, terms, closedThrough)),
        ),
      );
    }
    await db.transact(async (tx) => {
      const now = (await tx.get(villages, villageId)) ?? refuse("not_found");
      if (now.openYear >= year) return;
      await tx.put(villages, { ...now, openYear: year, years: [year, ...now.years] });
    });
    return { year, accounts: everybody.length };
  },
});

/** How many booklets are opened at once. */
const insertsAtOnce = 20;
