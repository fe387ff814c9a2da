import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { collection } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";

/** What is kept of a photo, to recognise it when it is handed in again. */
export type PhotoPrint = Readonly<{
  /** The hash of the file's id, so that one photo has one print. */
  id: string;
  villageId: string;
  fileId: string;
  submissionId: string;
  /** 64 bits as 16 hex digits: see `printOf`. */
  print: string;
  /** What the database finds near prints by: see `bandsOf`. */
  bands: readonly string[];
  at: Instant;
}>;

export const photoPrints = collection<PhotoPrint>("photoPrints");

export const photoPrintId = (fileId: string): string => bytesToHex(sha256(utf8ToBytes(fileId)));

const bitCount = 64;
const side = 8;

/**
 * The most bits in which two prints of one photo differ. Another size, quality or brightness changes 0
 * to 3 of them; two different photos differ in about 30.
 */
export const nearMost = 6;

/** In how many bits two prints differ (Hamming distance): 0 to 64. */
export function distance(one: string, other: string): number {
  const bits = bitsOf(other);
  return [...bitsOf(one)].filter((bit, at) => bit !== bits[at]).length;
}

/**
 * What near prints have in common, as the database can look for it: two prints at a distance of at most
 * `nearMost` share at least one band, and hardly any others do.
 *
 * The 64 bits are cut into 8 parts. Six bits that differ lie in six parts at most, so two parts are the
 * same: every pair of parts is a band ("25:1fa0": parts 2 and 5), 28 in all. Single parts would do as
 * well, but chance alone makes one of them the same in every 32nd photo of the village, a pair in every
 * 2,300th. The parts are diagonals of the picture, because rows are the same in all photos with a sky.
 * @returns none for a print that says nothing
 */
export function bandsOf(print: string): string[] {
  const bits = bitsOf(print);
  if (saysNothing(bits)) return [];
  const parts = eight.map((first) =>
    eight.map((row) => bits[row * side + ((row + first) % side)]).join(""),
  );
  return eight.flatMap((one) =>
    eight.slice(one + 1).map((other) => `${one}${other}:${hex(`${parts[one]}${parts[other]}`, 4)}`),
  );
}

/**
 * A plain surface, a black picture, an even shade: all bits are the same, or nearly. Such a print would
 * be near to every other one of its kind, whatever they show; so it says nothing when it is as near to
 * the blank print as two prints of one photo may be.
 */
function saysNothing(bits: string): boolean {
  const ones = [...bits].filter((bit) => bit === "1").length;
  return ones <= nearMost || ones >= bitCount - nearMost;
}

const bitsOf = (print: string): string => BigInt(`0x${print}`).toString(2).padStart(bitCount, "0");

const hex = (bits: string, digits: number): string =>
  BigInt(`0b${bits}`).toString(16).padStart(digits, "0");

const eight: readonly number[] = Array.from({ length: side }, (_, index) => index);
