import { titleMost } from "../../../services/draftForm";
import type { HonourView } from "../submit/fields";

/** What stands on a certificate: title, level, and whether it is for a deed honoured before. Event `edit`. */
Component({
  properties: {
    honour: { type: Object, value: { title: "", levels: [], deeds: [] } as HonourView },
  },
  data: {
    titleMost,
    /** What the field starts with: setting it anew would undo typing. */
    startTitle: "",
  },
  lifetimes: {
    attached() {
      this.setData({ startTitle: (this.data.honour as HonourView).title });
    },
  },
  methods: {
    onTitle({ detail }: WechatMiniprogram.Input) {
      this.triggerEvent("edit", { title: detail.value });
    },
    chooseLevel({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent("edit", { gradeId: detail.id });
    },
    chooseDeed({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent("edit", { sameDeedAs: detail.id });
    },
  },
});
