import type { Instant } from "./time.ts";

/** What core needs of the world besides the database; kept by `cloudbase/`. */
export type Ports = Readonly<{
  clock: Clock;
  codes: Codes;
  notices: Notices;
  files: Files;
  photoPrints: PhotoPrints;
  contentCheck: ContentCheck;
  log: Log;
}>;

export type Clock = { now(): Instant };

/** What nobody can guess. */
export type Codes = {
  /** A code to be typed: eight characters without look-alikes. */
  invitation(): string;
  /** A key that never leaves the server: 128 bits, in hex. */
  secret(): string;
};

/** The notices a person can allow, each one tap = one message. */
export const noticeKinds = ["toReview", "decided"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a notice says; short texts, as WeChat's templates allow. */
export type Notice = Readonly<{
  kind: NoticeKind;
  openid: string;
  /** Opens when the notice is tapped. */
  page: string;
  title: string;
  status: string;
  at: Instant;
}>;

/** A notice that cannot be delivered is logged and forgotten: the record never depends on it. */
export type Notices = { tell(notice: Notice): Promise<void> };

export type Files = {
  /** Temporary addresses of private files, in the order asked for; "" for one that is gone. */
  addresses(fileIds: readonly string[]): Promise<string[]>;
};

export type PhotoPrints = {
  /**
   * The print of a private photo (perceptual hash, 16 hex digits: see `core/signals/printOf.ts`);
   * undefined for a file that is gone or cannot be read as a picture.
   */
  of(fileId: string): Promise<string | undefined>;
};

export type ContentCheck = {
  /** Whether WeChat lets this text of this person pass (`security.msgSecCheck`, version 2). */
  text(openid: string, text: string): Promise<"pass" | "risky">;
};

/** One line a call: codes and ids only, never a name, a phone or a text. */
export type LogLine = Readonly<{
  traceId: string;
  operation: string;
  caller: string;
  outcome: string;
  ms: number;
}>;

export type Log = {
  write(line: LogLine): void;
  /** The stack of something unexpected, found by the trace id of the call. */
  failure(traceId: string, error: unknown): void;
};
