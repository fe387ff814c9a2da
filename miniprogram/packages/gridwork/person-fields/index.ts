import type { Choice } from "../choice-field/index";
import { kindNames, type PersonView } from "../people";

const kinds: readonly Choice[] = Object.entries(kindNames).map(([id, title]) => ({ id, title }));

/**
 * What is known of one person. Event `type` with `{field, value}` at every letter, `choose` after a tap, and
 * `toggle` for the village's representative.
 */
Component({
  properties: {
    person: { type: Object, value: {} as Partial<PersonView> },
    today: { type: String, value: "" },
  },
  data: { kinds },
  methods: {
    type({ detail }: WechatMiniprogram.CustomEvent) {
      this.triggerEvent("type", detail);
    },
    choose({ detail }: WechatMiniprogram.CustomEvent) {
      this.triggerEvent("choose", detail);
    },
    toggle() {
      this.triggerEvent("toggle");
    },
  },
});
