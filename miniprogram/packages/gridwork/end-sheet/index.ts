import { fullDayText } from "../../../texts/days";
import { dayAt } from "../../../texts/when";
import type { Typed } from "../fields";
import { type Ended, endReasons, hintOf } from "./reasons";

/** @property to where they went; "" when nobody knows */
export type End<Why extends string> = Readonly<{ why: Why; on: string; to: string }>;

/**
 * Takes a household, a person or an enterprise out of the registers. Event `end` with an `End`, event
 * `close`.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    /** "household", "resident" or "enterprise" */
    kind: { type: String, value: "household" },
    name: { type: String, value: "" },
    /** While the answer is on its way. */
    busy: { type: Boolean, value: false },
  },
  data: { why: "", on: "", onText: "", today: "", to: "", reasons: endReasons.household, hint: "" },
  observers: {
    open(open: boolean) {
      if (!open) return;
      const today = dayAt(new Date().toISOString());
      const kind = this.data.kind as Ended;
      const blank = { why: "", on: today, onText: fullDayText(today), to: "" };
      this.setData({ ...blank, today, reasons: endReasons[kind], hint: hintOf(kind) });
    },
  },
  methods: {
    choose({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
      if (detail.field === "why") this.setData({ why: detail.value });
      else this.setData({ on: detail.value, onText: fullDayText(detail.value) });
    },
    type({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
      this.setData({ to: detail.value });
    },
    close() {
      this.triggerEvent("close");
    },
    send() {
      const { why, on, to } = this.data;
      this.triggerEvent("end", { why, on, to: why === "moved" ? to.trim() : "" });
    },
  },
});
