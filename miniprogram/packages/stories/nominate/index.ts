import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { pageStyle } from "../../../services/pageStyle";
import { villageId } from "../../../services/village";
import { type Draft, draftOf, forget, keep, nameMost, problemOf, textMost } from "./draft";

Page({
  data: {
    ...{ pageStyle: pageStyle(), nameMost, textMost, sending: false, done: false },
    /** What the fields start with: setting them anew would undo typing. */
    start: { nominationId: "", name: "", text: "" } as Draft,
  },
  draft: { nominationId: "", name: "", text: "" } as Draft,

  onLoad() {
    this.draft = draftOf();
    this.setData({ start: this.draft });
  },

  onName({ detail }: WechatMiniprogram.Input) {
    this.write({ ...this.draft, name: detail.value });
  },

  onText({ detail }: WechatMiniprogram.TextareaInput) {
    this.write({ ...this.draft, text: detail.value });
  },

  write(draft: Draft) {
    this.draft = draft;
    keep(draft);
  },

  async send() {
    if (this.data.sending) return;
    const problem = problemOf(this.draft);
    if (problem) {
      announce(problem);
      return;
    }
    this.setData({ sending: true });
    const sent = await attempt(() => call("nominate", { ...this.draft, villageId: villageId() }));
    if (sent) forget(); // what is refused stays on the phone
    this.setData({ sending: false, done: sent !== undefined });
  },

  leave,

  onShareAppMessage(): { title: string; path: string } {
    return {
      title: "谁做了好事，来点个赞",
      path: `/packages/stories/nominate/index?village=${villageId()}`,
    };
  },
});
