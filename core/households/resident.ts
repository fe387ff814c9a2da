import { collection } from "../kernel/database.ts";
import type { LocalDate } from "../kernel/time.ts";

/**
 * How somebody belongs to the village: 户籍 (in its register, wherever they sleep), 常住 (lives here,
 * registered elsewhere in the town or county), 流动 (came to work or study, for a time, with a landlord),
 * 新居民 (from elsewhere and settled).
 */
export const residentKinds = ["registered", "living", "floating", "newResident"] as const;
export type ResidentKind = (typeof residentKinds)[number];

/** 居民: one person of a household. Nothing of this is ever in a public answer, only numbers are. */
export type Resident = Readonly<{
  id: string;
  villageId: string;
  householdId: string;
  /** The household's, so that a count asks one collection. */
  hamlet: string;
  name: string;
  kind: ResidentKind;
  /** "" when nobody has said. */
  birthday: LocalDate | "";
  phone: string;
  /** 身份证号: 18 characters or "". */
  idNumber: string;
  /** Only of the floating: where from, since when, until when if they know, and whose house it is. */
  floating: Floating | null;
  /** 村民代表. */
  isRepresentative: boolean;
  note: string;
  revision: number;
  /** Why and when they are not counted any more; null while they are. */
  ended: Readonly<{ why: "moved" | "died" | "mistake"; on: LocalDate }> | null;
}>;

export type Floating = Readonly<{
  from: string;
  /** Where they went, of somebody who left. */
  to: string;
  since: LocalDate;
  until: LocalDate | "";
  landlord: string;
  landlordPhone: string;
}>;

export const residents = collection<Resident>("residents");
