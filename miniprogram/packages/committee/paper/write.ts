import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";

/**
 * Confirms a batch and has its lines written, some members a call, until all are. Whatever breaks off,
 * another press goes on.
 * @param onLeft told after each call how many booklets are still to be written
 * @returns whether all are written
 */
export async function writeAll(
  year: number,
  batchId: string,
  onLeft: (left: number) => void,
): Promise<boolean> {
  for (;;) {
    const reply = await attempt(() =>
      call("confirmPaperYear", { decision: "confirm", year, batchId }),
    );
    if (!reply || reply.left === 0) return reply !== undefined;
    onLeft(reply.left);
  }
}
