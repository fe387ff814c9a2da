import type { ClashView } from "../meeting";

/**
 * What is there now beside what was typed, where somebody else has changed the same. Event `settle` with
 * `{field, take}`: whether the field takes what is there now.
 */
Component({
  properties: {
    clashes: { type: Array, value: [] as ClashView[] },
  },
  methods: {
    settle({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { field, take } = currentTarget.dataset;
      this.triggerEvent("settle", { field: String(field), take: take === "now" });
    },
  },
});
