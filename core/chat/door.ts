import type * as z from "zod";
import type { getBoard } from "../board/getBoard.ts";
import type { RefusalCode } from "../kernel/refusal.ts";
import type { listPosts } from "../posts/listPosts.ts";
import type { reviewSubmission } from "../submissions/reviewSubmission.ts";
import type { undoReview } from "../submissions/undoReview.ts";

/** What the chat asks of the village's software: the operations that the pages call, by the same door. */
type Spoken = Readonly<{
  reviewSubmission: typeof reviewSubmission;
  undoReview: typeof undoReview;
  getBoard: typeof getBoard;
  listPosts: typeof listPosts;
}>;

export type Answered<Value> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; code: RefusalCode; message: string }>;

/** Asks as the person who writes. */
export type Ask = <Name extends keyof Spoken>(
  operation: Name,
  input: z.input<Spoken[Name]["input"]>,
) => Promise<Answered<z.output<Spoken[Name]["output"]>>>;
