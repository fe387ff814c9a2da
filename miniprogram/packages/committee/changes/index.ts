import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { confirm } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { askDraft, knownDraft } from "../draftDesk";
import { doneOf, questionOf, toView, type View } from "./view";

/** What the draft changes, in words, and its publication. */
Page({
  data: { pageStyle: pageStyle(), view: loading as View, publishing: false },
  /** The day that was chosen for it to begin; "" before. */
  day: "",

  onLoad() {
    void this.load();
  },

  async load() {
    this.setData({ view: await load(askDraft, (draft) => toView(draft, this.day)) });
  },

  retry() {
    this.setData({ view: loading });
    void this.load();
  },

  pickDay({ detail }: WechatMiniprogram.PickerChange) {
    void this.startOn(String(detail.value));
  },

  chooseDay({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void this.startOn(String(currentTarget.dataset.day));
  },

  async startOn(day: string) {
    this.day = day;
    this.setData({ view: toView(await knownDraft(), day) });
  },

  async publish() {
    const { view } = this.data;
    const draft = await knownDraft();
    if (view.kind !== "ready" || this.data.publishing) return;
    const effectiveFrom = view.start.day;
    if (!(await confirm("发布新细则？", questionOf(draft, effectiveFrom), "发布"))) return;
    this.setData({ publishing: true });
    const { revision } = draft;
    const published = await attempt(() => call("publishRulebook", { revision, effectiveFrom }));
    this.setData({ publishing: false });
    if (published) this.setData({ view: doneOf(published.version, effectiveFrom) });
    else await this.load();
  },

  leave,
});
