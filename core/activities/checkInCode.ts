import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Instant } from "../kernel/time.ts";

/**
 * 签到码: codes that change every 30 seconds, so that a picture of one is soon worth nothing. Whoever
 * knows the activity's secret can make them, and it never leaves the server.
 */

/** How long one code is shown. It is accepted for as long again, for whoever was just aiming. */
const slotSeconds = 30;

/** How many codes are given out at once: a screen without signal goes on for ten minutes. */
const codesAhead = 20;

/** Whose code: the activity's, which all may scan, or one member's own, which the secretary scans. */
export type CodeOf = Readonly<{ secret: string; memberId?: string }>;

export type TimedCode = Readonly<{ code: string; from: Instant }>;

const slotAt = (at: Instant): number => Math.floor(Date.parse(at) / (slotSeconds * 1000));

function codeIn(slot: number, { secret, memberId = "" }: CodeOf): string {
  const mac = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${memberId}:${slot}`));
  return bytesToHex(mac).slice(0, 10);
}

/** The code of this moment and those after it, each with the moment from which it is to be shown. */
export function codesFrom(at: Instant, of: CodeOf): TimedCode[] {
  const first = slotAt(at);
  return Array.from({ length: codesAhead }, (_, index) => {
    const from = new Date((first + index) * slotSeconds * 1000).toISOString();
    return { code: codeIn(first + index, of), from };
  });
}

/** The code of this moment and the one before hold. */
export const isFresh = (code: string, at: Instant, of: CodeOf): boolean =>
  [0, 1].some((back) => codeIn(slotAt(at) - back, of) === code);

/** What a code on a screen says; the phone takes it apart again. */
export const textOf = (activityId: string, code: string, memberId?: string): string =>
  memberId
    ? `passbook:member:${activityId}:${memberId}:${code}`
    : `passbook:check-in:${activityId}:${code}`;
