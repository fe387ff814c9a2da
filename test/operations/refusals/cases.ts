import type { Reply } from "../../../core/app.ts";
import type { RefusalCode } from "../../../core/kernel/refusal.ts";
import type { TestCloud } from "../../support/village.ts";

/** The refusals of one area, and what has to have happened before they can be provoked. */
export type Cases<Code extends RefusalCode> = Readonly<{
  /** Makes a village of its own, so that no area's scene disturbs another's. */
  scene(cloud: TestCloud): Promise<void>;
  provoke: Readonly<Record<Code, () => Promise<Reply>>>;
  /** Where the refusal names a place in what was sent. */
  places?: Readonly<Partial<Record<Code, string>>>;
}>;
