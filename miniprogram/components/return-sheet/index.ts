import { type Choice, choicesOf, toggled } from "./reasons";

/**
 * Asks a reviewer why something goes back: a tap on a ready-made reason writes it, and more can be
 * added. Event `return` with `{reason}`, event `close`.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: "" },
    reasons: { type: Array, value: [] as string[] },
    /** While the answer is on its way. */
    busy: { type: Boolean, value: false },
  },
  data: { reason: "", choices: [] as Choice[] },
  observers: {
    open(open: boolean) {
      if (open) this.write("");
    },
  },
  methods: {
    write(reason: string) {
      this.setData({ reason, choices: choicesOf(this.data.reasons, reason) });
    },
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.write(toggled(this.data.reason, String(currentTarget.dataset.text)));
    },
    onInput({ detail }: WechatMiniprogram.TextareaInput) {
      this.write(detail.value);
    },
    close() {
      this.triggerEvent("close");
    },
    send() {
      this.triggerEvent("return", { reason: this.data.reason.trim() });
    },
  },
});
