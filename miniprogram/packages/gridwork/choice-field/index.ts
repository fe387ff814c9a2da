/** Something to choose one of. */
export type Choice = Readonly<{ id: string; title: string }>;

/**
 * One of a few, each a button: `<choice-field label="哪个自然村" field="hamlet" value choices bind:choose>`.
 * Event `choose` with `{field, value}`.
 */
Component({
  properties: {
    label: { type: String, value: "" },
    field: { type: String, value: "" },
    /** The id of the chosen one; "" until one is. */
    value: { type: String, value: "" },
    choices: { type: Array, value: [] as Choice[] },
  },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const value = String(currentTarget.dataset.id);
      this.triggerEvent("choose", { field: this.data.field, value });
    },
  },
});
