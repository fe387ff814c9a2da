import type { Instant } from "./time.ts";

/** What core needs of the world besides the database; kept by `cloudbase/`. */
export type Ports = Readonly<{
  clock: Clock;
  codes: Codes;
  notices: Notices;
  chatMessages: ChatMessages;
  files: Files;
  tables: Tables;
  photoPrints: PhotoPrints;
  contentCheck: ContentCheck;
  pageCodes: PageCodes;
  wallSheets: WallSheets;
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

/** One message of the customer-service chat. */
export type ChatMessage = Readonly<
  /** At most 2,048 bytes. */
  | { kind: "text"; text: string }
  /** A card that opens a page, without a "/" before it. */
  | { kind: "card"; title: string; page: string }
>;

export type ChatMessages = {
  /**
   * `customerServiceMessage.send`. After somebody wrote, WeChat takes five messages to them within 48 hours.
   * @returns `over_limit` when these are used up, `too_late` when the time is over
   */
  send(openid: string, message: ChatMessage): Promise<"sent" | "over_limit" | "too_late">;
};

export type Files = {
  /** Temporary addresses of private files, in the order asked for; "" for one that is gone. */
  addresses(fileIds: readonly string[]): Promise<string[]>;
  /** Deletes files for good; one that cannot be deleted now is logged, and its addresses expire. */
  remove(fileIds: readonly string[]): Promise<void>;
};

/** A sheet: rows of cells as text, dates as "2014-03-05", numbers digit by digit as the file has them. */
export type Table = readonly (readonly string[])[];

export type Tables = {
  /** The first sheet of a private file; why not, of one that is too large, gone, or no spreadsheet. */
  read(fileId: string): Promise<Table | "too_large" | "unreadable">;
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
  /**
   * Asks WeChat to look at a picture (`security.mediaCheckAsync`, version 2; at most 10 MB). The verdict
   * comes within half an hour, by message push, under the trace id that is returned; undefined when
   * WeChat could not be asked: it is down, or this person was not here within two hours.
   */
  picture(openid: string, address: string): Promise<string | undefined>;
};

/** A picture in a file's own bytes. */
export type PictureFile = Readonly<{ contentType: string; base64: string }>;

export type PageCodes = {
  /**
   * 小程序码: opens a page for whoever scans it (`wxacode.getUnlimited`).
   * @param page without a "/" before it, as in app.json
   * @param scene what the page is told: at most 32 of the characters that `sceneMost` allows
   * @returns undefined when WeChat gives none just now: whatever it was to stand on does without
   */
  of(page: string, scene: string): Promise<PictureFile | undefined>;
};

/** So many characters may say what a scanned page is to show: letters, digits, "-", "_" and ".". */
export const sceneMost = 32;

/** What is printed in A3 for the wall: a heading, a table, and under it what vouches for it. */
export type WallSheet = Readonly<{
  title: string;
  /** Under the title, a line each. */
  lines: readonly string[];
  /** `share` of the width, in any unit; numbers stand at the right. */
  columns: ReadonlyArray<Readonly<{ title: string; share: number; isNumber?: boolean }>>;
  rows: ReadonlyArray<readonly string[]>;
  /** Under the table, a line each, beside the code. */
  footer: readonly string[];
  code: PictureFile | undefined;
}>;

export type WallSheets = {
  /** @returns the sheet as a Word document (.docx), base64 */
  document(sheet: WallSheet): Promise<string>;
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
