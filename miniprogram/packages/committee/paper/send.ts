import { call } from "../../../services/call";
import type { PaperDraft } from "./draft";

/** Lines in one call, as the village has it: the server refuses more. */
const linesMost = 500;

/**
 * Hands a batch in, part by part, and then as a whole. Sent again after a lost signal it changes nothing
 * twice.
 * @param onPart told before each part: how many are done, of how many
 * @throws Refused
 */
export async function sendBatch(
  year: number,
  { batchId, rows }: PaperDraft,
  knownTotal: number,
  onPart: (done: number, parts: number) => void,
): Promise<void> {
  const parts = Math.ceil(rows.length / linesMost);
  for (let part = 0; part < parts; part += 1) {
    onPart(part, parts);
    const lines = rows.slice(part * linesMost, (part + 1) * linesMost);
    await call("enterPaperLines", { year, batchId, part, lines });
  }
  await call("enterPaperYear", { year, batchId, parts, knownTotal });
}
