import { branchesOf } from "../branches/branch.ts";
import type { Database } from "../kernel/database.ts";
import { findAllFields } from "../kernel/findAll.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { localDate } from "../kernel/time.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { ListMembersInput, ListMembersOutput } from "./contract.ts";
import { type Member, members } from "./member.ts";

/** The committee's list: whom to invite, to appoint, and to decide about. */
export const listMembers = operation({
  name: "listMembers",
  who: ["committee"],
  input: ListMembersInput,
  output: ListMembersOutput,
  async run({ caller: { villageId }, input: { search, skip }, at, db }) {
    const [found, branches, { classes }] = await Promise.all([
      search === "" ? onePage(db, villageId, skip) : searched(db, villageId, search, skip),
      branchesOf(db, villageId),
      rulebookOn(db, villageId, localDate(at)),
    ]);
    const { rows, more } = cutPage(found);
    return {
      rows: rows.map(({ id, ordinal, name, branchId, classId, roles, openid }) => ({
        ...{ memberId: id, ordinal, name, branchId },
        branch: branches.find((branch) => branch.id === branchId)?.name ?? "",
        class: classes.find((one) => one.id === classId)?.title ?? "",
        roles: [...roles],
        signedIn: openid !== "",
      })),
      more,
    };
  },
});

const fields = ["ordinal", "name", "branchId", "classId", "roles", "openid"] as const;

type Listed = Pick<Member, "id" | (typeof fields)[number]>;

const byOrdinal = [["ordinal", "asc"]] as const;

const onePage = (db: Database, villageId: string, skip: number): Promise<Listed[]> =>
  db.findFields(
    members,
    { where: { villageId }, orderBy: byOrdinal, skip, limit: pageLimit },
    fields,
  );

/** No index finds a piece of a name: the whole village is read, one request for a thousand members. */
async function searched(
  db: Database,
  villageId: string,
  search: string,
  skip: number,
): Promise<Listed[]> {
  const query = { where: { villageId }, orderBy: byOrdinal };
  const everybody = await findAllFields(db, members, query, fields);
  return everybody
    .filter(({ name, ordinal }) => name.includes(search) || String(ordinal) === search)
    .slice(skip, skip + pageLimit);
}
