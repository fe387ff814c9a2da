import { call } from "../../../services/call";
import { newId } from "../../../services/newId";
import { uploadFile } from "../../../services/upload";
import { type Import, percent } from "./view";

/** Told after each call how far it is: "核对 30%". */
type OnProgress = (words: string) => void;

const thoughtAgain = /cancel|privacy/;

/**
 * Lets the person choose a spreadsheet from a chat of theirs.
 * @returns undefined when they thought again, or did not agree to the privacy guideline
 */
export async function chooseSheet(): Promise<string | undefined> {
  try {
    const wish = { count: 1, type: "file", extension: ["xlsx", "csv"] } as const;
    const { tempFiles } = await wx.chooseMessageFile({ ...wish, extension: [...wish.extension] });
    return tempFiles[0]?.path;
  } catch (failure) {
    const { errMsg = "" } = failure as { errMsg?: string };
    if (thoughtAgain.test(errMsg)) return undefined;
    throw failure;
  }
}

/** Uploads a spreadsheet under an id of its own and has it checked. */
export async function checkSheet(path: string, onProgress: OnProgress): Promise<Import> {
  const importId = newId();
  const extension = path.toLowerCase().endsWith(".csv") ? "csv" : "xlsx";
  onProgress("正在传");
  const fileId = await uploadFile(`imports/${importId}.${extension}`, path, (done) =>
    onProgress(`正在传 ${done}%`),
  );
  onProgress("正在核对");
  return compareOn(await call("beginImport", { importId, fileId }), onProgress);
}

/** Goes on until all is compared with what is known. */
export async function compareOn(begun: Import, onProgress: OnProgress): Promise<Import> {
  let found = begun;
  while (found.status === "checking") {
    onProgress(`正在核对 ${percent(found.compared, found.parts)}`);
    found = await call("beginImport", { importId: found.importId });
  }
  return found;
}

/** Writes part after part until all is written; whatever breaks off, another press goes on. */
export async function writeOn(
  { importId, parts, done, problemRows }: Import,
  onProgress: OnProgress,
): Promise<void> {
  let part = done;
  while (part < parts) {
    onProgress(`正在写 ${percent(part, parts)}`);
    const reply = await call("continueImport", { importId, part, leaveOut: problemRows > 0 });
    part = reply.done;
  }
}
