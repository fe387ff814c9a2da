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
  data: { reason: "" },
  observers: {
    open(open: boolean) {
      if (open) this.setData({ reason: "" });
    },
  },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const chosen = String(currentTarget.dataset.reason);
      const { reason } = this.data;
      if (reason.includes(chosen)) return;
      this.setData({ reason: reason === "" ? chosen : `${reason}；${chosen}` });
    },
    onInput({ detail }: WechatMiniprogram.TextareaInput) {
      this.setData({ reason: detail.value });
    },
    close() {
      this.triggerEvent("close");
    },
    send() {
      this.triggerEvent("return", { reason: this.data.reason.trim() });
    },
  },
});
