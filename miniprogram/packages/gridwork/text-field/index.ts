/**
 * One line, or several, of a form, with its name above: `<text-field label="门牌号" field="door" value bind:type>`.
 * Event `type` with `{field, value}` at every letter.
 */
Component({
  properties: {
    label: { type: String, value: "" },
    /** Under which name the page keeps it. */
    field: { type: String, value: "" },
    value: { type: String, value: "" },
    placeholder: { type: String, value: "" },
    /** The keyboard: "text", "number" for telephones, "idcard", or "lines" for several lines. */
    kind: { type: String, value: "text" },
    most: { type: Number, value: 30 },
    optional: { type: Boolean, value: false },
  },
  methods: {
    type({ detail }: WechatMiniprogram.Input | WechatMiniprogram.TextareaInput) {
      this.triggerEvent("type", { field: this.data.field, value: detail.value });
    },
  },
});
