import { collection } from "../kernel/database.ts";
import type { LocalDate } from "../kernel/time.ts";

/**
 * How somebody belongs to the village: 户籍 (in its register, wherever they sleep), 常住 (lives here,
 * registered elsewhere in the town or county), 流动 (came to work or study, for a time, with a landlord),
 * 新居民 (from elsewhere and settled).
 */
export const residentKinds = ["registered", "living", "floating", "newResident"] as const;
export type ResidentKind = (typeof residentKinds)[number];

export const residentEnds = ["moved", "died", "mistake"] as const;

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
  /** Of the floating, and of nobody else. */
  floating: Floating | null;
  /** 村民代表. */
  isRepresentative: boolean;
  note: string;
  /** 1, 2, 3 …: whoever writes names the one they saw, so that nobody's change is lost. */
  revision: number;
  /** Why they are not counted any more; "" while they are. */
  ended: "" | (typeof residentEnds)[number];
  /** Since when; "" while they are counted. */
  endedOn: LocalDate | "";
  /** Where they went, if anybody knows. */
  wentTo: string;
}>;

/** Where from, since when, until when if they know, and whose house it is. */
export type Floating = Readonly<{
  from: string;
  since: LocalDate;
  until: LocalDate | "";
  landlord: string;
  landlordPhone: string;
}>;

/** Who is counted as 新居民: everybody from elsewhere. */
export const newKinds: readonly ResidentKind[] = ["floating", "newResident"];

export const isNew = ({ kind }: Pick<Resident, "kind">): boolean => newKinds.includes(kind);

export const residents = collection<Resident>("residents");
