import { consentMost } from "../../../services/draftForm";
import type { BehalfView } from "../submit/fields";

/** How the member agreed that another writes for them: a phrase, or own words. Event `edit` with `{consent}`. */
Component({
  properties: {
    behalf: {
      type: Object,
      value: { memberId: "", name: "", consent: "", phrases: [] } as BehalfView,
    },
  },
  data: {
    consentMost,
    /** Whether own words are asked for, and what their field starts with. */
    own: false,
    startText: "",
  },
  lifetimes: {
    attached() {
      const { consent, phrases } = this.data.behalf as BehalfView;
      const own = consent !== "" && phrases.every(({ chosen }) => !chosen);
      this.setData({ own, startText: own ? consent : "" });
    },
  },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.setData({ own: false });
      this.triggerEvent("edit", { consent: String(currentTarget.dataset.text) });
    },
    writeOwn() {
      this.setData({ own: true, startText: "" });
      this.triggerEvent("edit", { consent: "" });
    },
    onText({ detail }: WechatMiniprogram.Input) {
      this.triggerEvent("edit", { consent: detail.value });
    },
  },
});
