import type { Action, Cost, WireRequest } from "../wire.ts";

/** Counts what one action costs. */
export type Meter = Readonly<{
  /** One document was looked at. */
  read(): void;
  /** These texts are sent; returned as they are. */
  sent(list: string[]): string[];
}>;

/** An action that reports its cost once, whether it succeeds or is refused. */
export function metered(
  onCost: ((cost: Cost) => void) | undefined,
  run: (request: WireRequest, meter: Meter) => unknown,
): Action {
  return async (request) => {
    const { action, collectionName } = request;
    const cost: Cost = { action, documentsRead: 0, bytesSent: 0 };
    if (typeof collectionName === "string") cost.collection = collectionName;
    const meter: Meter = {
      read: () => {
        cost.documentsRead++;
      },
      sent(list) {
        if (onCost) for (const text of list) cost.bytesSent += Buffer.byteLength(text);
        return list;
      },
    };
    try {
      return await run(request, meter);
    } finally {
      onCost?.(cost);
    }
  };
}
