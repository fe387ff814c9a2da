import type * as z from "zod";
import type { Database } from "../kernel/database.ts";
import { findAll } from "../kernel/findAll.ts";
import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Account, accounts } from "../ledger/account.ts";
import { entries } from "../ledger/entry.ts";
import { listedRow, publicationRows, rowId } from "../publications/list.ts";
import { proofOf } from "../publications/merkle.ts";
import { isPublished, publicationsOf, publicationTrees } from "../publications/publication.ts";
import { villageById } from "../villages/village.ts";
import { ExportPassbookInput, ExportPassbookOutput } from "./contract.ts";
import { checkReader } from "./getPassbook.ts";

/** A year's passbook as a file: every line, and for each publication the proof that it is in its list. */
export const exportPassbook = operation({
  name: "exportPassbook",
  who: ["member"],
  input: ExportPassbookInput,
  output: ExportPassbookOutput,
  async run({ caller, input: { memberId = caller.id, year }, db }) {
    const accountId = idOf.account(memberId, year);
    const account = (await db.get(accounts, accountId)) ?? refuse("not_found");
    checkReader(account, caller);
    const [village, lines, publications] = await Promise.all([
      villageById(db, account.villageId),
      findAll(db, entries, { where: { accountId }, orderBy: [["seq", "asc"]] }),
      proofsOf(db, account),
    ]);
    return {
      ...{ howToCheck: [...howToCheck], village: village.name, member: account.memberName },
      ...{ year, accountId, entries: lines, publications },
    };
  },
});

const howToCheck = [
  "这是一本通的核对文件，记着这一年的每一行，一行也不能少。",
  "每一行的hash由这一行的内容和上一行的hash算出来：改一个字、少一行、换个次序，后面就都接不上。",
  "row是公示名单里的这一行，proof是从它一步步算到root的路；root就是公示栏上的核对码。",
  "核对：node checkPassbook.mjs 本文件 公示栏上的核对码。不用联网，也不用我们的系统。",
];

async function proofsOf(
  db: Database,
  { villageId, memberId, year }: Account,
): Promise<z.input<typeof ExportPassbookOutput>["publications"]> {
  const published = (await publicationsOf(db, villageId, [year])).filter(isPublished);
  const limit = published.length + 1;
  const ids = published.map(({ id }) => id);
  const [trees, rows] = await Promise.all([
    db.find(publicationTrees, { where: { id: { in: ids } }, limit }),
    db.find(publicationRows, {
      where: { id: { in: ids.map((id) => rowId(id, memberId)) } },
      limit,
    }),
  ]);
  return published.flatMap(({ id, title, publishedOn, root }) => {
    const tree = trees.find((one) => one.id === id);
    const row = rows.find(({ publicationId }) => publicationId === id);
    if (!tree || !row) return []; // enrolled after it was published
    const proof = proofOf(tree.leaves, row.order - 1);
    return [{ title, publishedOn, root, row: listedRow(row), proof }];
  });
}
