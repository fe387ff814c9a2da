import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { LocalDate } from "../kernel/time.ts";
import { Name } from "../villages/contract.ts";
import { birthdayIn, isIdNumber } from "./idNumber.ts";
import { residentKinds } from "./resident.ts";

/** The parts of the forms of the grid database; a row of a spreadsheet is checked by the same. */

/** Made by the phone with the form; short, as the ids of people on the same form are made from it. */
export const ChangeId = Id.max(48);

/** The revision that the phone saw; 0 of something new. */
export const Seen = z.int().min(0);

export const Phone = z
  .string()
  .trim()
  .max(20, "phone_wrong")
  .regex(/^[\d +-]*$/, "phone_wrong");

export const Note = z.string().trim().max(200);

const Day = z.union([LocalDate, z.literal("")]);

/** Digits of any width, upper or lower case x. */
const IdNumber = z
  .string()
  .transform((typed) => typed.normalize("NFKC").replace(/\s/g, "").toUpperCase())
  .refine((typed) => typed === "" || isIdNumber(typed), "id_number_wrong");

export const Door = z
  .string()
  .transform((typed) => doorAs(typed))
  .pipe(
    z
      .string()
      .max(20)
      .regex(/^[^_]+$/),
  );

/** "１２号－３" and "12-3" are one door. */
const doorAs = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\s号]/g, "")
    .replace(/[‐-―−—]/g, "-");

export const householdFields = {
  hamlet: Name,
  door: Door,
  head: Name,
  phone: Phone.default(""),
  note: Note.default(""),
};

const FloatingFields = z
  .strictObject({
    from: z.string().trim().min(1, "floating_missing").max(60),
    since: Day,
    until: Day.default(""),
    landlord: z.string().trim().max(30).default(""),
    landlordPhone: Phone.default(""),
  })
  .refine(({ since }) => since !== "", "floating_missing")
  .refine(({ since, until }) => until === "" || until >= since, "days_crossed");

export const residentFields = {
  name: Name,
  kind: z.enum(residentKinds),
  birthday: Day.default(""),
  phone: Phone.default(""),
  idNumber: IdNumber.default(""),
  /** Of the floating, and of nobody else. */
  floating: FloatingFields.nullable().default(null),
  isRepresentative: z.boolean().default(false),
  note: Note.default(""),
};

/** Nobody is born tomorrow: then the year was mistyped. */
export const isBorn = (
  { birthday, idNumber }: Readonly<{ birthday: string; idNumber: string }>,
  today: LocalDate,
): boolean => (birthday || (idNumber && birthdayIn(idNumber))) <= today;

type Checked = Readonly<{
  kind: string;
  floating: unknown;
  birthday: string;
  idNumber: string;
}>;

/** What has to fit together in a resident; for `.superRefine`. */
export function checkResident(
  { kind, floating, birthday, idNumber }: Checked,
  { addIssue }: z.RefinementCtx,
): void {
  if (kind === "floating" && !floating) addIssue("floating_missing");
  if (kind !== "floating" && floating) addIssue("invalid_input");
  const differs = idNumber !== "" && birthday !== "" && birthdayIn(idNumber) !== birthday;
  if (differs) addIssue("birthday_differs");
}

export const ResidentFields = z.strictObject(residentFields).superRefine(checkResident);
export type ResidentFields = z.output<typeof ResidentFields>;

export const HouseholdFields = z.strictObject(householdFields);
export type HouseholdFields = z.output<typeof HouseholdFields>;
