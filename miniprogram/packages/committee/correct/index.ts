import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { leave } from "../../../services/leave";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { type LineView, type Ready, reversedText, reverseReasons, toView } from "./view";

type View = Loading | Failed | Ready;
type Entries = Api["getPassbook"]["output"]["entries"];

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    reverseReasons,
    /** The line that is looked at whole. */
    line: undefined as LineView | undefined,
    looking: false,
    reversing: { open: false, busy: false },
    /** What has just been done. */
    done: "",
  },
  memberId: "",
  /** The open year until another is chosen. */
  which: {} as { year?: number },
  entries: [] as Entries,
  own: "",

  onLoad({ memberId = "" }: { memberId?: string }) {
    this.memberId = memberId;
    void this.load();
  },

  async load() {
    const { memberId, which } = this;
    const next = await load(
      () => Promise.all([call("getPassbook", { memberId, ...which }), call("getMe", {})]),
      ([reply, me]) => {
        this.own = me.memberId;
        this.entries = reply.entries;
        return toView(reply, reply.entries, me.memberId);
      },
    );
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  chooseYear({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.which = { year: Number(currentTarget.dataset.year) };
    this.setData({ view: loading, done: "" });
    void this.load();
  },

  async onReachBottom() {
    const { memberId } = this;
    const { view } = this.data;
    const oldest = this.entries.at(-1);
    if (view.kind !== "ready" || !view.more || !oldest) return;
    const reply = await attempt(() =>
      call("getPassbook", { memberId, year: view.year, before: oldest.seq }),
    );
    if (!reply) return;
    this.entries = [...this.entries, ...reply.entries];
    this.setData({ view: toView(reply, this.entries, this.own) });
  },

  look({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready") return;
    const line = view.lines.find(({ id }) => id === currentTarget.dataset.id);
    if (line) this.setData({ line, looking: true });
  },

  closeLine() {
    this.setData({ looking: false });
  },

  openReverse() {
    this.setData({ looking: false, reversing: { open: true, busy: false } });
  },

  closeReverse() {
    this.setData({ "reversing.open": false });
  },

  async reverse({ detail: { reason } }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { line } = this.data;
    if (!line) return;
    this.setData({ "reversing.busy": true });
    const reversed = await attempt(() => call("reverseEntry", { entryId: line.id, reason }));
    // After a refusal what was written stays.
    this.setData({ "reversing.busy": false, "reversing.open": !reversed });
    if (!reversed) return;
    await this.load();
    this.setData({ done: reversedText(line, reversed.balance) });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  leave,
});
