import * as z from "zod";
import { Id, Ordinal } from "../kernel/ids.ts";
import { publicAnswer, roles } from "../kernel/operation.ts";
import { Skip } from "../kernel/paging.ts";
import { noticeKinds } from "../kernel/ports.ts";
import { LocalDate, Month, Year } from "../kernel/time.ts";
import { Name } from "../villages/contract.ts";

export const EnrolMemberInput = z.strictObject({
  ordinal: Ordinal,
  name: Name,
  branchId: Id,
  hamlet: Name,
});
export const EnrolMemberOutput = z.object({ memberId: z.string() });

export const AppointInput = z.strictObject({
  memberId: Id,
  /** Besides `member`, which everybody is. */
  roles: z.array(z.enum(roles)).max(roles.length),
});
export const AppointOutput = z.object({ roles: z.array(z.enum(roles)) });

export const InviteInput = z.strictObject({ memberId: Id });
export const InviteOutput = z.object({ code: z.string() });

export const RevokeInvitationInput = z.strictObject({ code: Id });
export const RevokeInvitationOutput = z.object({ status: z.literal("revoked") });

/** The member's phone was lost or changed: the old WeChat is let go and a new code made. */
export const TransferMemberInput = z.strictObject({ memberId: Id });
export const TransferMemberOutput = InviteOutput;

export const SignInInput = z.strictObject({
  /** As typed: upper or lower case, with spaces or without. */
  code: z
    .string()
    .max(40, "code_unknown")
    .transform((typed) => typed.replace(/[\s-]/g, "").toUpperCase())
    .pipe(z.string().min(1, "code_unknown")),
});

/** Oneself, as the pages need it. */
export const MeShape = z.object({
  memberId: z.string(),
  name: z.string(),
  branch: z.string(),
  grid: z.string(),
  hamlet: z.string(),
  roles: z.array(z.enum(roles)),
});
export const SignInOutput = publicAnswer(MeShape.shape);

export const GetMeInput = z.strictObject({});
export const GetMeOutput = MeShape.extend({
  /** Notices allowed and not yet used up. */
  allowed: z.record(z.enum(noticeKinds), z.int()),
});

export const AllowNoticesInput = z.strictObject({
  /** What the person ticked in WeChat's own window after a tap. */
  kinds: z.array(z.enum(noticeKinds)).min(1).max(noticeKinds.length),
});
export const AllowNoticesOutput = z.object({ allowed: z.record(z.enum(noticeKinds), z.int()) });

/** New booklets for everybody: the year before is closed for new submissions. */
export const OpenYearInput = z.strictObject({ year: Year });
export const OpenYearOutput = z.object({ year: Year, accounts: z.int() });

/** The committee's list: the booklets in their order. */
export const ListMembersInput = z.strictObject({
  /** A piece of the name, or the number of the booklet; everybody when empty. */
  search: z.string().trim().max(30).default(""),
  skip: Skip,
});
export const ListMembersOutput = z.object({
  rows: z.array(
    z.object({
      memberId: z.string(),
      ordinal: z.int(),
      name: z.string(),
      branchId: z.string(),
      branch: z.string(),
      /** The name of the member's class; "" for none. For the committee alone. */
      class: z.string(),
      roles: z.array(z.enum(roles)),
      signedIn: z.boolean(),
    }),
  ),
  more: z.boolean(),
});

export const SetMemberClassInput = z.strictObject({
  memberId: Id,
  /** "" for none. */
  classId: z.union([Id, z.literal("")]),
});
export const SetMemberClassOutput = z.object({ classId: z.string() });

export const GrantExemptionInput = z.strictObject({
  memberId: Id,
  exemptionId: Id,
  /** The first and the last day, both included. */
  from: LocalDate,
  until: LocalDate,
});
export const GrantExemptionOutput = z.object({ exemptions: z.int() });

export const EndExemptionInput = z.strictObject({
  memberId: Id,
  exemptionId: Id,
  /** Its first day: the same kind can have been granted before. */
  from: LocalDate,
});
export const EndExemptionOutput = GrantExemptionOutput;

export const GetMemberInput = z.strictObject({ memberId: Id });

/** For the committee alone: classes and exemptions are private. */
export const GetMemberOutput = z.object({
  memberId: z.string(),
  ordinal: z.int(),
  name: z.string(),
  branch: z.string(),
  grid: z.string(),
  hamlet: z.string(),
  roles: z.array(z.enum(roles)),
  signedIn: z.boolean(),
  /** Whether it is the caller, who decides nothing about themselves. */
  own: z.boolean(),
  /** "" for none. */
  classId: z.string(),
  classes: z.array(z.object({ id: z.string(), title: z.string() })),
  /** What the rulebook can excuse. */
  kinds: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** In which nothing is deducted. */
      categories: z.array(z.string()),
      /** Whether the person still gets a band. */
      appraised: z.boolean(),
    }),
  ),
  exemptions: z.array(
    z.object({
      exemptionId: z.string(),
      title: z.string(),
      from: LocalDate,
      until: LocalDate,
      over: z.boolean(),
    }),
  ),
  year: Year,
  today: LocalDate,
  /** What the class is expected to do in each period of the open year, and what was done. */
  expectations: z.array(
    z.object({
      title: z.string(),
      /** In the order of the year. */
      months: z.array(Month),
      times: z.int(),
      points: z.int(),
      met: z.boolean(),
      /** Whether the period has not begun. */
      ahead: z.boolean(),
      /** Whether it is over. */
      over: z.boolean(),
    }),
  ),
});
