import { type CheckedRow, checkedRows, type Known, type PaperRow } from "../paper/rows";
import { summaryOf, toShow } from "./summary";

/** All that was read: too many rows to be set on the page. */
type Reading = { read: CheckedRow[] };

/**
 * Rows pasted from a spreadsheet, each checked before any is taken. Event `add` with `{rows}`, event
 * `close`.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    known: { type: Object, value: { rules: [], members: [] } as Known },
    /** All rows that were entered so far. */
    rows: { type: Array, value: [] as PaperRow[] },
  },
  data: { startText: "", shown: [] as CheckedRow[], summary: summaryOf([]) },
  observers: {
    open(open: boolean) {
      if (open) this.check("");
    },
  },
  methods: {
    check(text: string) {
      const { known, rows } = this.data;
      const read = checkedRows(text, known, rows as PaperRow[]);
      (this as typeof this & Reading).read = read;
      this.setData({ shown: toShow(read), summary: summaryOf(read) });
    },
    onInput({ detail }: WechatMiniprogram.TextareaInput) {
      this.check(detail.value);
    },
    add() {
      const { read } = this as typeof this & Reading;
      const rows = read.flatMap(({ row }) => (row ? [row] : []));
      this.triggerEvent("add", { rows });
    },
    close() {
      this.triggerEvent("close");
    },
  },
});
