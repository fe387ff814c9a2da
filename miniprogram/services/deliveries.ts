/** How a delivery ended. */
export type Outcome = Readonly<
  | { kind: "sent" }
  /** There is no signal: it stays on the phone and goes by itself. */
  | { kind: "waiting" }
  | { kind: "refused"; message: string }
>;

/** Drafts of one kind on this phone, by their ids; they survive a closed app. */
export type Shelf<Draft> = Readonly<{
  all(): Draft[];
  get(id: string): Draft | undefined;
  put(draft: Draft): void;
  /** Forgets the draft and what belongs to it on this phone. */
  drop(id: string): void;
}>;

/** One kind of draft, and how it gets to the village. */
export type Line<Draft> = Readonly<{
  drafts: Shelf<Draft>;
  idOf(draft: Draft): string;
  writing(draft: Draft): Draft;
  waiting(draft: Draft): Draft;
  refused(draft: Draft, message: string): Draft;
  /** Takes it to the village; never throws. */
  deliver(draft: Draft): Promise<Outcome>;
}>;

export type Deliveries<Draft> = Readonly<{
  /** Sends now, or keeps it to be sent when the signal is back. */
  send(id: string): Promise<Outcome>;
  /** Sends all that waits, one after another: called when the signal is back and when the app opens. */
  sendWaiting(): Promise<Outcome[]>;
  /**
   * A draft to be written on; while it is, it does not go out by itself. A refused one still says why.
   * @returns undefined when there is none, or it has just been sent
   */
  take(id: string): Promise<Draft | undefined>;
}>;

/**
 * Drafts that the person has sent and the village has not yet received. A draft leaves the phone's
 * storage only after the village has it: whatever fails in between, it is still here.
 */
export function createDeliveries<Draft extends Readonly<{ state: string }>>(
  line: Line<Draft>,
): Deliveries<Draft> {
  const { drafts } = line;
  /** A draft is never on its way twice. */
  const onTheWay = new Map<string, Promise<Outcome>>();

  function send(id: string): Promise<Outcome> {
    const already = onTheWay.get(id);
    if (already) return already;
    const delivery = deliver(id).finally(() => onTheWay.delete(id));
    onTheWay.set(id, delivery);
    return delivery;
  }

  async function deliver(id: string): Promise<Outcome> {
    const draft = drafts.get(id);
    if (!draft) return { kind: "sent" };
    const waiting = line.waiting(draft);
    drafts.put(waiting);
    const outcome = await line.deliver(waiting);
    const kept = drafts.get(id) ?? draft;
    if (outcome.kind === "refused") drafts.put(line.refused(kept, outcome.message));
    if (outcome.kind === "sent") drafts.drop(id);
    return outcome;
  }

  async function sendWaiting(): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const draft of drafts.all()) {
      if (draft.state === "waiting") outcomes.push(await send(line.idOf(draft)));
    }
    return outcomes;
  }

  async function take(id: string): Promise<Draft | undefined> {
    await onTheWay.get(id);
    const draft = drafts.get(id);
    if (draft?.state === "waiting") drafts.put(line.writing(draft));
    return draft;
  }

  return { send, sendWaiting, take };
}
