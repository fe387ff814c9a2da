import type { AmountView } from "../submit/fields";

/** How many hours or times, with what they would bring. Event `change` with `{quantity}`. */
Component({
  properties: {
    amount: { type: Object, value: { quantity: 1, unit: "", most: 1, note: "" } as AmountView },
  },
  methods: {
    step({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { quantity, most } = this.data.amount as AmountView;
      const wanted = quantity + Number(currentTarget.dataset.by);
      if (wanted >= 1 && wanted <= most) this.triggerEvent("change", { quantity: wanted });
    },
  },
});
