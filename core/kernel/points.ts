import * as z from "zod";

/**
 * Points as integer hundredths: 2.5 points is 250. Villages give half points (−0.5 for coming late),
 * and sums of integers stay exact.
 */
export type Points = number;

/** Points that go out to the phone: integer hundredths, signed. */
export const Points = z.int();

export const points = (whole: number): Points => Math.round(whole * 100);

/** 250 → "2.5", 300 → "3", −50 → "-0.5": what a villager reads. */
export const pointsText = (value: Points): string => String(value / 100);
