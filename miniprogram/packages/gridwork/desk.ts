import type { Outcome } from "../../services/deliveries";
import { announce, confirm } from "../../services/dialogs";
import { type GridNote, type GridRequest, waiting, writing } from "../../services/gridNote";
import { gridNotes, gridOutbox } from "../../services/gridNotes";
import { leave } from "../../services/leave";
import { newId } from "../../services/newId";
import { sendWaiting } from "../../services/sending";

/** What a page says of its note. */
export type Standing = Readonly<{
  /** Why it was not taken; "" when nothing was refused. */
  refusal: string;
  /** What is said of a note that lay on the phone already; "" of a new one. */
  found: string;
}>;

export const standingOf = ({ refusal, found }: Desk<unknown>): Standing => ({
  ...{ refusal: refusal(), found },
});

const foundTexts: Readonly<Record<GridNote["state"], string>> = {
  writing: "上次没写完的还在。",
  waiting: "这一条还没发出去，可以再改。",
  refused: "改好再保存就行。",
};

/** How a page's note stands in lists. */
export type Described = Readonly<{ title: string; text: string }>;

/** The note that a page writes on; every change is kept on the phone at once. */
export type Desk<Typed> = Readonly<{
  /** The id to send it under: sending it twice does it once. */
  id(): string;
  typed(): Typed;
  /** Why the village did not take it; "" when it has not said no. */
  refusal(): string;
  /** What is said of a note that lay on the phone already when the page was opened; "" of a new one. */
  found: string;
  edit(change: (typed: Typed) => Typed): void;
  send(request: GridRequest): Promise<Outcome>;
  discard(): void;
  /** The person goes away; a note that was only looked at goes on waiting. */
  leave(): void;
}>;

/**
 * @property householdId "" of an enterprise
 * @property address of the page, by which an unfinished note is found again
 * @property noteId the note that the page was opened for; "" for the one left unfinished, or a new one
 */
export type Place = Readonly<{ householdId: string; address: string; noteId: string }>;

/**
 * Whether a note of this place lies on the phone, so that a page need not ask the village for what to
 * begin with.
 */
export const lies = ({ address, noteId }: Place): boolean => noteAt(address, noteId) !== undefined;

const noteAt = (address: string, noteId: string): GridNote | undefined =>
  noteId === ""
    ? gridNotes.all().find((note) => note.address === address && note.state !== "waiting")
    : gridNotes.get(noteId);

/**
 * @param fresh what the fields hold on a new note
 * @returns undefined when the note has been sent in the meantime
 */
export async function openDesk<Typed>(
  { householdId, address, noteId }: Place,
  describe: (typed: Typed) => Described,
  fresh: () => Typed,
): Promise<Desk<Typed> | undefined> {
  const kept = noteAt(address, noteId);
  const found = kept && (await gridOutbox.take(kept.id));
  if (noteId !== "" && !found) return undefined;
  let note: GridNote = found ?? {
    ...{ id: newId(), householdId, address, title: "", text: "", typed: fresh(), state: "writing" },
  };
  let onlyLookedAt = note.state === "waiting";
  // Only the page at this address writes notes of it, and always of this shape.
  const typed = () => note.typed as Typed;

  /** What was sent once may have arrived: what is written after that goes under an id of its own. */
  function edit(change: (typed: Typed) => Typed): void {
    onlyLookedAt = false;
    const { request, ...rest } = writing(note);
    if (request) gridNotes.drop(note.id);
    const next = change(typed());
    note = { ...rest, id: request ? newId() : note.id, ...describe(next), typed: next };
    gridNotes.put(note);
  }

  return {
    id: () => note.id,
    typed,
    refusal: () => (note.state === "refused" ? note.message : ""),
    found: found ? foundTexts[found.state] : "",
    edit,
    async send(request) {
      onlyLookedAt = false;
      note = { ...writing(note), ...describe(typed()), request };
      gridNotes.put(note);
      const outcome = await gridOutbox.send(note.id);
      note = gridNotes.get(note.id) ?? note;
      return outcome;
    },
    discard() {
      onlyLookedAt = false;
      gridNotes.drop(note.id);
    },
    leave() {
      if (!onlyLookedAt) return;
      gridNotes.put(waiting(note));
      void sendWaiting();
    },
  };
}

/** Sends what was asked for on a sheet; without a signal it waits like anything that was written. */
export async function sendAtOnce(
  note: Described & Readonly<{ id: string; householdId: string; request: GridRequest }>,
): Promise<Outcome> {
  gridNotes.put({ ...note, address: "", typed: {}, state: "writing" });
  const outcome = await gridOutbox.send(note.id);
  // What was refused on a sheet is asked for again there.
  if (outcome.kind === "refused") gridNotes.drop(note.id);
  return outcome;
}

/** Says that it is done, or that it will be. */
export const announceOutcome = ({ kind }: Outcome): void =>
  announce(kind === "sent" ? "记下了" : "没有信号，先存在手机里。有了信号自己发出去");

/** The note that a page was opened for has been sent in the meantime. */
export function leaveSent(): void {
  announce("这一条已经发出去了");
  leave();
}

/** Throws away what was written, if the person means it. */
export async function leaveDiscarded(desk: Pick<Desk<unknown>, "discard">): Promise<void> {
  if (!(await confirm("确定不要了？", "写好的内容删掉就找不回来了。", "不要了"))) return;
  desk.discard();
  leave();
}
