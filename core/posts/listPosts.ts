import { gridsOf } from "../grids/grid.ts";
import { operation } from "../kernel/operation.ts";
import { localDate } from "../kernel/time.ts";
import { type Rulebook, rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { type Claim, claims } from "./claim.ts";
import { ListPostsInput, ListPostsOutput } from "./contract.ts";
import { postsOf, takenBy, takenIn } from "./post.ts";

/** The posts of the open year: what each is, where there is room, and what became of my claims. */
export const listPosts = operation({
  name: "listPosts",
  who: ["member"],
  input: ListPostsInput,
  output: ListPostsOutput,
  async run({ caller: { id: memberId, villageId, gridId }, at, db }) {
    const { openYear: year } = await villageById(db, villageId);
    const [posts, grids, taken, rulebook, mine] = await Promise.all([
      postsOf(db, villageId),
      gridsOf(db, villageId),
      takenIn(db, villageId, year),
      rulebookOn(db, villageId, localDate(at)),
      db.find(claims, { where: { memberId, year }, limit: 200 }),
    ]);
    const nameOf = (id: string) => grids.find((grid) => grid.id === id)?.name ?? "";
    return {
      year,
      myGridId: gridId,
      posts: posts.map((post) => ({
        ...{ id: post.id, title: post.title, duty: post.duty },
        ...ruleInShort(rulebook, post.ruleId),
        grids: post.places.map(({ gridId: id, places }) => ({
          ...{ gridId: id, grid: nameOf(id), places },
          taken: takenBy(taken, post.id, id),
        })),
        claim: claimInShort(
          mine.find((claim) => claim.postId === post.id),
          nameOf,
        ),
      })),
    };
  },
});

/** The rule may have left the rulebook since the post was offered. */
function ruleInShort(rulebook: Rulebook, ruleId: string) {
  const rule = rulebook.rules.find(({ id }) => id === ruleId);
  return { rule: rule?.title ?? "", points: rule?.grades[0]?.points ?? 0 };
}

const claimInShort = (claim: Claim | undefined, nameOf: (gridId: string) => string) =>
  claim && {
    id: claim.id,
    grid: nameOf(claim.gridId),
    status: claim.status,
    reason: claim.status === "returned" ? claim.reason : undefined,
  };
