import * as z from "zod";
import { Id, Ordinal } from "../kernel/ids.ts";
import { roles } from "../kernel/operation.ts";
import { Skip } from "../kernel/paging.ts";
import { noticeKinds } from "../kernel/ports.ts";
import { Year } from "../kernel/time.ts";
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
export const SignInOutput = MeShape;

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

export const ListMembersInput = z.strictObject({ skip: Skip });
export const ListMembersOutput = z.object({
  rows: z.array(
    z.object({
      memberId: z.string(),
      ordinal: z.int(),
      name: z.string(),
      branchId: z.string(),
      roles: z.array(z.enum(roles)),
      signedIn: z.boolean(),
    }),
  ),
  more: z.boolean(),
});
