import { idOf } from "../../core/kernel/ids.ts";
import type { Instant } from "../../core/kernel/time.ts";
import type { Ask } from "./ask.ts";
import {
  branches,
  codeOf,
  founder,
  grids,
  operatorOpenid,
  type Person,
  people,
  posts,
  village,
  villageId,
} from "./village.ts";

/** The operator founds the village; its first committee member does the rest from the phone. */
export async function found(ask: Ask, openYear: number, at: Instant, done: () => void) {
  const [branch, ...otherBranches] = branches;
  const [grid, ...otherGrids] = grids;
  if (!branch || !grid) throw new Error("a village has branches and grids");
  const { ordinal, name, hamlet } = founder;
  await ask(
    { openid: operatorOpenid },
    "foundVillage",
    { villageId, ...village, openYear, branch, grid, founder: { ordinal, name, hamlet } },
    at,
  );
  await ask(founder, "signIn", { code: codeOf(1) }, at);
  for (const one of otherBranches) await ask(founder, "openBranch", one, at);
  for (const one of otherGrids) await ask(founder, "openGrid", one, at);
  for (const person of people.slice(1)) {
    await enrol(ask, person, at);
    done();
  }
  for (const { places, ...post } of posts) {
    const inGrids = grids.map((one) => ({ gridId: idOf.grid(villageId, one.ordinal), places }));
    await ask(founder, "offerPost", { ...post, places: inGrids }, at);
  }
}

async function enrol(ask: Ask, person: Person, at: Instant): Promise<void> {
  const { memberId, ordinal, name, hamlet, roles } = person;
  const branchId = idOf.branch(villageId, person.branch);
  await ask(founder, "enrolMember", { ordinal, name, branchId, hamlet }, at);
  if (roles.length > 1) await ask(founder, "appoint", { memberId, roles: [...roles] }, at);
  const { code } = await ask(founder, "invite", { memberId }, at);
  if (person.signedIn) await ask(person, "signIn", { code }, at);
}
