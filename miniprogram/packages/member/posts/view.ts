import type { Api } from "../../../../core/api.ts";
import { pointsText } from "../../../texts/points";

type Reply = Api["listPosts"]["output"];
type Post = Reply["posts"][number];
type Claim = NonNullable<Post["claim"]>;

export type ClaimView = Readonly<{
  id: string;
  status: string;
  tone: "waiting" | "good" | "returned";
  grid: string;
  /** Why it was returned; "" otherwise. */
  reason: string;
  mayWithdraw: boolean;
}>;

export type GridView = Readonly<{
  gridId: string;
  /** With "（我的网格）" for one's own. */
  name: string;
  left: string;
  full: boolean;
}>;

export type PostView = Readonly<{
  id: string;
  title: string;
  duty: string;
  points: string;
  /** Where there is room, in one line. */
  room: string;
  /** One's own grid first. */
  grids: readonly GridView[];
  mayClaim: boolean;
  claim?: ClaimView;
}>;

export type Ready = Readonly<{
  kind: "ready";
  year: string;
  /** Posts that I claimed or that came back to me. */
  mine: readonly PostView[];
  /** That I can claim. */
  others: readonly PostView[];
  /** That everybody has whom they need. */
  full: readonly PostView[];
}>;

export function toView({ year, myGridId, posts }: Reply): Ready {
  const views = posts.map((post) => postView(post, myGridId));
  return {
    kind: "ready",
    year: `${year}年`,
    mine: views.filter(({ claim }) => claim),
    others: views.filter(({ claim, mayClaim }) => !claim && mayClaim),
    full: views.filter(({ claim, mayClaim }) => !claim && !mayClaim),
  };
}

function postView(post: Post, myGridId: string): PostView {
  const mineFirst = [...post.grids].sort(
    (one, other) => Number(other.gridId === myGridId) - Number(one.gridId === myGridId),
  );
  const claim = claimView(post.claim);
  const left = post.grids.reduce((sum, grid) => sum + leftOf(grid), 0);
  return {
    id: post.id,
    title: post.title,
    duty: post.duty,
    points: post.points > 0 ? `每次${pointsText(post.points)}分` : "",
    room: roomText(mineFirst[0], left, myGridId),
    grids: mineFirst.map((grid) => gridView(grid, myGridId)),
    mayClaim: left > 0 && (claim === undefined || claim.tone === "returned"),
    ...(claim && { claim }),
  };
}

type Grid = Post["grids"][number];

const leftOf = ({ places, taken }: Grid): number => Math.max(0, places - taken);

const gridView = (grid: Grid, myGridId: string): GridView => ({
  gridId: grid.gridId,
  name: grid.gridId === myGridId ? `${grid.grid}（我的网格）` : grid.grid,
  left: leftOf(grid) > 0 ? `还有${leftOf(grid)}个名额` : "已满",
  full: leftOf(grid) === 0,
});

function roomText(first: Grid | undefined, left: number, myGridId: string): string {
  if (left === 0) return "各网格都已满员";
  if (first?.gridId !== myGridId) return `我的网格不设这个岗位，别的网格还有${left}个名额`;
  const here = leftOf(first);
  if (here === 0) return `我的网格已满，别的网格还有${left}个名额`;
  return `我的网格还有${here}个名额，全村${left}个`;
}

const statuses = {
  pending: { status: "○ 等书记确认", tone: "waiting" },
  confirmed: { status: "✓ 已认领", tone: "good" },
  returned: { status: "! 已退回", tone: "returned" },
} as const;

/** A claim taken back is as if it had never been made. */
function claimView(claim: Claim | undefined): ClaimView | undefined {
  if (!claim || claim.status === "withdrawn") return undefined;
  return {
    ...statuses[claim.status],
    id: claim.id,
    grid: claim.grid,
    reason: claim.reason ?? "",
    mayWithdraw: claim.status === "pending",
  };
}

/** The grid that is chosen when the form of a claim opens: one's own, or the first with room. */
export const firstChoice = ({ grids }: PostView): string =>
  grids.find(({ full }) => !full)?.gridId ?? "";
