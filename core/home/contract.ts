import * as z from "zod";
import { publicAnswer, roles } from "../kernel/operation.ts";
import { LocalDate, Year } from "../kernel/time.ts";
import { VillageId } from "../villages/contract.ts";

/** The first screen, for everyone: the village, and for a member what is theirs. */
export const GetHomeInput = z.strictObject({ villageId: VillageId });

export const GetHomeOutput = publicAnswer({
  village: z.object({
    name: z.string(),
    town: z.string(),
    year: Year,
    members: z.int(),
    total: z.int(),
    /** Left out when the year before had no booklets. */
    totalYearBefore: z.int().optional(),
  }),
  /** Left out for a villager without account. */
  me: z
    .object({
      name: z.string(),
      branch: z.string(),
      grid: z.string(),
      roles: z.array(z.enum(roles)),
      points: z.int(),
      /** My submissions that came back, and those that wait for review. */
      returned: z.int(),
      pending: z.int(),
      /** Common deeds of which I am still to say whether I took part. */
      asked: z.int(),
      /** What waits for me as a reviewer: submissions and claims; 0 for others. */
      toReview: z.int(),
      /** My confirmed posts: one tap from the form of their rule. */
      posts: z.array(z.object({ post: z.string(), ruleId: z.string(), points: z.int() })),
    })
    .optional(),
  /** The title of the newest story; left out where there is none. */
  story: z.string().optional(),
  /** The next activity that expects the member. */
  next: z
    .object({ id: z.string(), title: z.string(), startsAt: z.string(), today: LocalDate })
    .optional(),
});

/** What waits for one of the committee. */
export const GetDeskInput = z.strictObject({});

export const GetDeskOutput = z.object({
  /** Decisions of others to confirm. */
  decisions: z.int(),
  /** Years from paper to confirm, or whose writing was interrupted. */
  papers: z.array(Year),
  /** Objections without an answer. */
  objections: z.int(),
  /** Submissions and claims. */
  toReview: z.int(),
  /** Stories that were handed in, and nominations that nobody has read. */
  stories: z.int(),
  nominations: z.int(),
  /** Whether a draft of the next rulebook is being written. */
  drafted: z.boolean(),
});
