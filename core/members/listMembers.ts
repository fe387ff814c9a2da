import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { ListMembersInput, ListMembersOutput } from "./contract.ts";
import { members } from "./member.ts";

/** The committee's list: whom to invite and appoint. */
export const listMembers = operation({
  name: "listMembers",
  who: ["committee"],
  input: ListMembersInput,
  output: ListMembersOutput,
  async run({ caller, input, db }) {
    const found = await db.find(members, {
      where: { villageId: caller.villageId },
      orderBy: [["ordinal", "asc"]],
      skip: input.skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    return {
      rows: rows.map(({ id, ordinal, name, branchId, roles, openid }) => ({
        ...{ memberId: id, ordinal, name, branchId },
        roles: [...roles],
        signedIn: openid !== "",
      })),
      more,
    };
  },
});
