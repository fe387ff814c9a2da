import { type Colleague, colleagues } from "../../../services/colleagues";
import { dutyForm } from "../../../services/dutyForm";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { recentlyWrittenFor, writeFor } from "./recent";
import { type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: { pageStyle: pageStyle(), view: loading as View, typed: "" },
  people: [] as readonly Colleague[],

  async onLoad() {
    await this.load();
    const [first] = this.people;
    // So that the phone has a form where there is no signal; whether it comes does not matter here.
    if (first) await dutyForm(first.memberId).catch(() => undefined);
  },

  /** Coming back from one, that one stands first. */
  onShow() {
    if (this.data.view.kind === "ready") this.setData({ view: this.list() });
  },

  async load() {
    const next = await load(
      () => colleagues("grid"),
      (people) => {
        this.people = people;
        return this.list();
      },
    );
    this.setData({ view: afterRefresh(this.data.view, next) });
  },

  list(): Ready {
    return toView(this.people, recentlyWrittenFor(), this.data.typed);
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  onType({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value });
    this.setData({ view: this.list() });
  },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, url } = currentTarget.dataset;
    writeFor(String(id));
    void wx.navigateTo({ url: String(url) });
  },
});
