import { LocalDate } from "../kernel/time.ts";

/** 公民身份号码, GB 11643-1999: six digits of a place, eight of the birthday, three, and a check character. */
const shape = /^\d{17}[\dX]$/;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = "10X98765432";

/** Whether shape, birthday and check character fit; X is upper case. */
export function isIdNumber(text: string): boolean {
  if (!shape.test(text) || !LocalDate.safeParse(birthdayIn(text)).success) return false;
  const sum = weights.reduce((all, weight, at) => all + weight * Number(text[at]), 0);
  return checkCharacters[sum % 11] === text[17];
}

export const birthdayIn = (idNumber: string): LocalDate =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

/** 320***********1234: enough to tell two people apart, not enough to use. "" stays "". */
export const masked = (idNumber: string): string =>
  idNumber && `${idNumber.slice(0, 3)}${"*".repeat(11)}${idNumber.slice(-4)}`;
