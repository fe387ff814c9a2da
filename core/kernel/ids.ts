import * as z from "zod";

/** An id made by us or by the phone: letters, digits, "-" and "_", so that it is safe in any key. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A running number within the village: a branch's, a grid's, a booklet's. */
export const Ordinal = z.int().min(1).max(99_999);

/** Ids of one village's things carry the village, so two villages never meet: `tangjiao-m12`. */
export const idOf = {
  branch: (villageId: string, ordinal: number) => `${villageId}-b${ordinal}`,
  grid: (villageId: string, ordinal: number) => `${villageId}-g${ordinal}`,
  member: (villageId: string, ordinal: number) => `${villageId}-m${ordinal}`,
  post: (villageId: string, ordinal: number) => `${villageId}-p${ordinal}`,
  rulebook: (villageId: string, version: number) => `${villageId}-v${version}`,
  account: (memberId: string, year: number) => `${memberId}_${year}`,
  claim: (memberId: string, postId: string, year: number) => `${memberId}_${postId}_${year}`,
  places: (postId: string, gridId: string, year: number) => `${postId}_${gridId}_${year}`,
} as const;
