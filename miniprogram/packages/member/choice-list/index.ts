/** A card of which one row is chosen: `choices` of `{id, title, note, chosen}`; event `choose` with `{id}`. */
Component({
  properties: {
    choices: { type: Array, value: [] as unknown[] },
  },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.triggerEvent("choose", { id: String(currentTarget.dataset.id) });
    },
  },
});
