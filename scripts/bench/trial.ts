import { byBranch, type PastLine, tryYear } from "../../core/drafts/trial.ts";
import { type Account, openAccount } from "../../core/ledger/account.ts";
import { append, awardOf } from "../../core/ledger/record.ts";
import { profileB } from "../../core/rulebook/profileB.ts";
import { type Rulebook, termsOf } from "../../core/rulebook/rulebook.ts";
import { score } from "../../core/rulebook/score.ts";

/** The size of village and of year that a committee may want to try a draft on. */
const members = 2000;
const linesEach = 50;

/** What such a trial may take. */
const secondsMost = 5;

const year = 2026;
const rulebook: Rulebook = {
  ...{ id: "v-v1", villageId: "v", version: 1, effectiveFrom: `${year}-01-01` },
  ...profileB,
};

/** A year of a large village replayed under a draft, in one process and without a database. */
export function trial(): void {
  const past = Array.from({ length: members }, (_, member) => yearOf(member));
  const terms = { inForce: profileB, draft: rulebook, on: `${year}-12-31` };
  const alone = seconds(() => scoreEach(past));
  const replayed = seconds(() =>
    byBranch(
      past.map(({ account, lines }) => ({
        ...{ memberId: account.memberId, name: account.memberName, branchId: account.branchId },
        ...tryYear(account, lines, terms),
      })),
    ),
  );
  console.log("\nA trial of a draft on a past year");
  console.table([
    {
      ...{ members, "lines each": linesEach },
      "facts a second": Math.round((members * linesEach) / replayed),
      "trial ÷ scoring alone": Number((replayed / alone).toFixed(2)),
      [`of the ${secondsMost} s allowed`]: `${Math.round((100 * replayed) / secondsMost)} %`,
    },
  ]);
}

type Past = Readonly<{ account: Account; lines: readonly PastLine[] }>;

function yearOf(member: number): Past {
  const holder = {
    ...{ id: `v-m${member}`, villageId: "v", name: "某某", branchId: `v-b${member % 20}` },
    ...{ gridId: "v-g1", classId: "", exemptions: [] },
  };
  let account = openAccount(holder, year, termsOf(profileB));
  const lines: PastLine[] = [];
  for (let nth = 0; nth < linesEach; nth++) {
    const month = String((nth % 12) + 1).padStart(2, "0");
    const occurredOn = `${year}-${month}-${String(nth % 28 || 1).padStart(2, "0")}`;
    const id = `award-${member}-${nth}`;
    const kind = nth % 2 === 0 ? "meeting" : "duty";
    const fact = { ruleId: kind, gradeId: "normal", quantity: 1, occurredOn, event: "" };
    const source = { kind: "submission", id } as const;
    const recording = { id, memberId: holder.id, source, rulebook, fact, approvers: [], at: "" };
    const recorded = append(account, awardOf(recording, account, occurredOn));
    account = recorded.account;
    lines.push(recorded.entry);
  }
  return { account, lines };
}

/** The rule engine on the same facts, without any counting between them. */
function scoreEach(past: readonly Past[]): void {
  for (const { account, lines } of past) {
    for (const line of lines) score(rulebook, account, line);
  }
}

function seconds(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}
