/**
 * A day of a form: `<day-field label="哪天来的" field="since" value="2014-03-05" text="2014年3月5日" bind:choose>`.
 * Event `choose` with `{field, value}`; "" when the day was taken away.
 */
Component({
  properties: {
    label: { type: String, value: "" },
    field: { type: String, value: "" },
    /** "2014-03-05", or "" when nobody has said. */
    value: { type: String, value: "" },
    /** The day in words. */
    text: { type: String, value: "" },
    start: { type: String, value: "1900-01-01" },
    end: { type: String, value: "" },
    optional: { type: Boolean, value: false },
  },
  methods: {
    choose({ detail }: WechatMiniprogram.PickerChange) {
      this.tell(String(detail.value));
    },
    clear() {
      this.tell("");
    },
    tell(value: string) {
      this.triggerEvent("choose", { field: this.data.field, value });
    },
  },
});
