import { randomBytes, randomInt } from "node:crypto";
import cloud from "wx-server-sdk";
import type { Database } from "../core/kernel/database.ts";
import type { Clock, Codes, Files, Log, Ports } from "../core/kernel/ports.ts";
import { chatMessages } from "./chatMessages.ts";
import { contentCheck } from "./contentCheck.ts";
import { cloudbaseDatabase } from "./database.ts";
import { notices } from "./notices.ts";
import { pageCodes } from "./pageCodes.ts";
import { photoPrints } from "./photoPrints.ts";
import { tables } from "./tables.ts";
import { wallSheets } from "./wallSheets.ts";

/** Everything core needs, kept by CloudBase and WeChat. */
export const cloudbasePorts = (): Ports &
  Readonly<{ db: Database; operators: readonly string[] }> => ({
  ...{ db: cloudbaseDatabase(), clock, codes, files, photoPrints, log, notices, chatMessages },
  ...{ contentCheck, pageCodes, tables, wallSheets },
  /** Openids that may found villages: an environment variable of the function, set by its owner. */
  operators: (process.env.OPERATORS ?? "").split(",").filter(Boolean),
});

const clock: Clock = { now: () => new Date().toISOString() };

/** Without 0/O, 1/I/L and U/V: codes are read aloud and typed by thumbs. 29⁸ ≈ 5·10¹¹. */
const letters = "23456789ABCDEFGHJKMNPQRSTWXYZ";
const codeLength = 8;

const codes: Codes = {
  invitation: () =>
    Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join(""),
  secret: () => randomBytes(16).toString("hex"),
};

/** Seconds for which a photo can be looked at after its page was opened. */
const addressSeconds = 3600;

const files: Files = {
  async addresses(fileIds) {
    if (fileIds.length === 0) return [];
    const asked = fileIds.map((fileID) => ({ fileID, maxAge: addressSeconds }));
    const answer = await cloud.getTempFileURL({ fileList: asked });
    const found = new Map<string, string>();
    if (answer)
      for (const { fileID, tempFileURL } of answer.fileList) found.set(fileID, tempFileURL);
    return fileIds.map((fileId) => found.get(fileId) ?? "");
  },
  async remove(fileIds) {
    if (fileIds.length === 0) return;
    try {
      await cloud.deleteFile({ fileList: [...fileIds] });
    } catch (error) {
      console.error("removeFiles", error instanceof Error ? error.message : error);
    }
  },
};

const log: Log = {
  write: (line) => console.log(JSON.stringify(line)),
  // The stack names our own lines; messages of the SDK hold ids, and ours hold codes.
  failure: (traceId, error) => console.error(traceId, error instanceof Error ? error.stack : error),
};
