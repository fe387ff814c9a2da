import { announce, confirm } from "../../../services/dialogs";
import { plainDigits } from "../digits";
import type { Known, PaperRow } from "../paper/rows";
import { blankFields, type Field, fieldsOf, foundMembers, rowsOf } from "./fields";

/**
 * One paper booklet, typed: whose, and times and points for each rule. `ordinal` 0 asks whose first.
 * Event `save` with `{ordinal, rows}` (no rows: the booklet goes), event `close`.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    ordinal: { type: Number, value: 0 },
    known: { type: Object, value: { rules: [], members: [] } as Known },
    /** All rows that were entered so far. */
    rows: { type: Array, value: [] as PaperRow[] },
  },
  data: {
    /** Whose it is; 0 until somebody is chosen. */
    chosen: 0,
    title: "",
    typed: "",
    found: [] as Known["members"],
    fields: [] as Field[],
    isThere: false,
  },
  observers: {
    open(open: boolean) {
      if (!open) return;
      this.setData({ typed: "", found: [], chosen: 0, title: "录一本", fields: [] });
      if (this.data.ordinal > 0) this.choose(this.data.ordinal);
    },
  },
  methods: {
    search({ detail }: WechatMiniprogram.Input) {
      const found = foundMembers(this.data.known.members, plainDigits(detail.value).trim());
      this.setData({ typed: detail.value, found });
    },
    tapFound({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.choose(Number(currentTarget.dataset.ordinal));
    },
    choose(ordinal: number) {
      const { known, rows } = this.data;
      const name = known.members.find((member) => member.ordinal === ordinal)?.name ?? "";
      const own = (rows as PaperRow[]).filter((row) => row.ordinal === ordinal);
      this.setData({
        chosen: ordinal,
        title: `${ordinal}号 ${name}`,
        fields: fieldsOf(known.rules, own),
        isThere: own.length > 0,
      });
    },
    onField({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { index, part } = currentTarget.dataset;
      this.setData({ [`fields[${index}].${part}`]: detail.value });
    },
    save() {
      const { chosen, fields } = this.data;
      const rows = rowsOf(chosen, fields);
      if (typeof rows === "string") announce(rows);
      else this.triggerEvent("save", { ordinal: chosen, rows });
    },
    async remove() {
      const { chosen, title, known } = this.data;
      if (!(await confirm("删掉这一本？", `${title}录的都删掉。`, "删掉"))) return;
      this.setData({ fields: blankFields(known.rules) });
      this.triggerEvent("save", { ordinal: chosen, rows: [] });
    },
    close() {
      this.triggerEvent("close");
    },
  },
});
