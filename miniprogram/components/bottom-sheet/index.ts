/**
 * A form that comes up from below, over the page: `<bottom-sheet open title="认领岗位" bind:close>`. What
 * is long scrolls; the slot `foot` stays in sight. The page decides when it is open; a tap beside it or
 * on the cross asks to close it.
 */
Component({
  options: { multipleSlots: true },
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: "" },
  },
  methods: {
    close() {
      this.triggerEvent("close");
    },
    onVisibleChange({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible) this.close();
    },
  },
});
