import { type Choice, choicesOf, toggled } from "./reasons";

/**
 * Asks for a reason before something is done: a tap on a ready-made one writes it, and more can be
 * added. Event `send` with `{reason}`, event `close`.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: "" },
    /** What comes of it, under the title. */
    hint: { type: String, value: "" },
    reasons: { type: Array, value: [] as string[] },
    /** What the button says. */
    action: { type: String, value: "" },
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
      this.triggerEvent("send", { reason: this.data.reason.trim() });
    },
  },
});
