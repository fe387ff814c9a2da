import type { GridNote } from "../../../services/gridNote";

/** A note of this phone that the village does not have yet. */
export type NoteView = Readonly<{
  id: string;
  /** Where it is written on; "" of what was asked for on a sheet. */
  url: string;
  title: string;
  text: string;
  status: string;
  tone: "waiting" | "returned" | "quiet";
  action: string;
}>;

const order = { refused: 0, waiting: 1, writing: 2 };

/** Those that need the person first. @param householdId "" for all */
export const noteViews = (notes: readonly GridNote[], householdId: string): NoteView[] =>
  notes
    .filter((note) => householdId === "" || note.householdId === householdId)
    .sort((one, other) => order[one.state] - order[other.state])
    .map((note) => ({
      ...{ id: note.id, title: note.title, text: note.text, ...stateView(note) },
      url:
        note.address && `${note.address}${note.address.includes("?") ? "&" : "?"}note=${note.id}`,
    }));

function stateView(note: GridNote): Pick<NoteView, "status" | "tone" | "action"> {
  switch (note.state) {
    case "refused":
      return {
        status: `! 没有存上：${note.message}`,
        tone: "returned",
        action: note.address ? "去修改" : "知道了",
      };
    case "waiting":
      return { status: "○ 有信号时自动发送", tone: "waiting", action: note.address && "看一看" };
    case "writing":
      return { status: "— 没写完，还没保存", tone: "quiet", action: "继续写" };
  }
}
