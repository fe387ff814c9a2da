import { sentenceOf } from "./attempt";
import { call, Refused } from "./call";
import { createDeliveries, type Outcome } from "./deliveries";
import {
  type GridNote,
  type GridOperation,
  type GridRequest,
  refused,
  waiting,
  writing,
} from "./gridNote";
import { createShelf } from "./shelf";

/** The notes of this phone. */
export const gridNotes = createShelf<GridNote>("gridNotes", ({ id }) => id);

/** Their way to the village. */
export const gridOutbox = createDeliveries<GridNote>({
  ...{ drafts: gridNotes, idOf: ({ id }) => id, writing, waiting, refused },
  deliver: ({ request }) => (request ? ask(request) : Promise.resolve({ kind: "waiting" })),
});

async function ask<Name extends GridOperation>({
  operation,
  input,
}: GridRequest<Name>): Promise<Outcome> {
  try {
    await call(operation, input);
    return { kind: "sent" };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "no_signal" || error.code === "busy") return { kind: "waiting" };
    return { kind: "refused", message: sentenceOf(error) };
  }
}
