import type { Reply } from "./protobuf.ts";

/** WeChat took it. @param more what the answer holds besides */
export const ok = (more: object = {}): Reply => ({ json: { errcode: 0, errmsg: "ok", ...more } });

/** WeChat refuses, by one of its numbers. */
export const no = (errcode: number, errmsg: string): Reply => ({ json: { errcode, errmsg } });

/** Whether a value that WeChat wants as text is one, and not empty. */
export const isText = (value: unknown): value is string =>
  typeof value === "string" && value !== "";
