import type { Instant } from "../kernel/time.ts";

/** How many messages WeChat takes to somebody for something they did, and until when. */
export type Grant = Readonly<{ messages: number; until: Instant; sent: number }>;

export const noGrant: Grant = { messages: 0, until: "", sent: 0 };

const granting = (messages: number, seconds: number, at: Instant): Grant => ({
  ...{ messages, sent: 0 },
  until: new Date(Date.parse(at) + seconds * 1000).toISOString(),
});

/** Whoever writes may be answered five times within 48 hours; writing again begins the count anew. */
export const grantOfWriting = (at: Instant): Grant => granting(5, 48 * 60 * 60, at);

/** Whoever opens the chat may be greeted twice within a minute; what they were granted before holds on. */
export function grantOfEntering(before: Grant, at: Instant): Grant {
  const now = granting(2, 60, at);
  return left(before, at) > left(now, at) ? before : now;
}

export const left = ({ messages, until, sent }: Grant, at: Instant): number =>
  at < until ? Math.max(0, messages - sent) : 0;

/** With so few left nothing long is said, and no list is shown: as after opening the chat. */
export const fewLeft = 2;

export const spent = (grant: Grant): Grant => ({ ...grant, sent: grant.sent + 1 });
