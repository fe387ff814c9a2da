import { collection } from "../kernel/database.ts";
import type { Role } from "../kernel/operation.ts";
import type { NoticeKind } from "../kernel/ports.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";
import type { GrantedExemption } from "../rulebook/score.ts";

/** 党员: belongs to one branch, and through the hamlet of the household register to one grid. */
export type Member = Readonly<{
  id: string;
  villageId: string;
  /** The number of the paper booklet. */
  ordinal: number;
  name: string;
  branchId: string;
  hamlet: string;
  gridId: string;
  roles: readonly Role[];
  /** The class of the rulebook this member belongs to; "" for none. Private, as are exemptions. */
  classId: string;
  exemptions: readonly GrantedExemption[];
  /** The WeChat identity that this member signed in with; "" before. */
  openid: string;
  /** Notices this person has allowed and not yet received: WeChat cannot be asked, so we count. */
  allowed: Readonly<Record<NoticeKind, number>>;
}>;

export const members = collection<Member>("members");

/** One document for each openid in use: its id makes two bindings of one WeChat impossible. */
export type Identity = Readonly<{ id: string; memberId: string; boundAt: Instant }>;

export const identities = collection<Identity>("identities");

/** 邀请码: binds one member to the first WeChat that enters it, once. The code is the id. */
export type Invitation = Readonly<{
  id: string;
  villageId: string;
  memberId: string;
  status: "open" | "used" | "revoked";
  issuedBy: string;
  issuedOn: LocalDate;
}>;

export const invitations = collection<Invitation>("invitations");

export const invitation = (
  code: string,
  member: Member,
  issuedBy: string,
  issuedOn: LocalDate,
): Invitation => ({
  id: code,
  villageId: member.villageId,
  memberId: member.id,
  status: "open",
  issuedBy,
  issuedOn,
});
