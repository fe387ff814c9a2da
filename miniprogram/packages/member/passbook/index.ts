import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { isCare } from "../../../services/care";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { exportFile, notExported } from "./exportFile";
import { type Ready, toView, unasked, verdictView } from "./view";

type View = Loading | Failed | Ready;
type Passbook = Api["getPassbook"]["output"];

Page({
  data: {
    pageStyle: pageStyle(),
    care: isCare(),
    view: loading as View,
    /** Lines that are unfolded, by anchor. */
    open: {} as Record<string, boolean>,
    /** The line that a link has just led to. */
    found: "",
    verdict: unasked,
    verifying: false,
    /** One's own can be objected to. */
    own: true,
    exporting: false,
    /** The file that waits to be handed on: WeChat wants a tap of its own for it. */
    exported: notExported,
  },
  /** Whose: oneself when left out; a reviewer opens a member's. */
  whose: {} as { memberId?: string },
  /** The open year until another is chosen. */
  which: {} as { year?: number },
  entries: [] as Passbook["entries"],

  onLoad({ memberId }: { memberId?: string }) {
    if (memberId) this.whose = { memberId };
    this.setData({ own: !memberId });
    void this.load();
  },

  async load() {
    const next = await load(
      () => call("getPassbook", { ...this.whose, ...this.which }),
      (reply) => {
        this.entries = reply.entries;
        return toView(reply, reply.entries);
      },
    );
    this.setData({
      view: afterRefresh(this.data.view, next),
      open: {},
      found: "",
      verdict: unasked,
      exported: notExported,
    });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  chooseYear({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.which = { year: Number(currentTarget.dataset.year) };
    this.setData({ view: loading });
    void this.load();
  },

  async onReachBottom() {
    const { view } = this.data;
    const oldest = this.entries.at(-1);
    if (view.kind !== "ready" || !view.more || !oldest) return;
    const reply = await attempt(() =>
      call("getPassbook", { ...this.whose, year: view.year, before: oldest.seq }),
    );
    if (!reply) return;
    this.entries = [...this.entries, ...reply.entries];
    this.setData({ view: toView(reply, this.entries) });
  },

  toggle({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const anchor = String(currentTarget.dataset.anchor);
    this.setData({ [`open.${anchor}`]: !this.data.open[anchor] });
  },

  follow({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const target = String(currentTarget.dataset.target);
    if (target === "") return;
    this.setData({ found: target, [`open.${target}`]: true });
    void wx.pageScrollTo({ selector: `#${target}`, offsetTop: -16 });
  },

  object({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    const entry = this.entries.find(({ seq }) => `line-${seq}` === currentTarget.dataset.anchor);
    if (view.kind !== "ready" || !entry) return;
    void wx.navigateTo({
      url: `/packages/publications/object/index?entryId=${entry.id}&seq=${entry.seq}&year=${view.year}`,
    });
  },

  async exportFile() {
    const { view } = this.data;
    if (view.kind !== "ready" || this.data.exporting) return;
    this.setData({ exporting: true });
    const exported = await attempt(() => exportFile({ ...this.whose, year: view.year }));
    this.setData({ exporting: false, ...(exported && { exported }) });
  },

  async shareFile() {
    // Who thinks again there has nothing to be told.
    await wx.shareFileMessage(this.data.exported).catch(() => undefined);
  },

  async verify() {
    const { view } = this.data;
    if (view.kind !== "ready" || this.data.verifying) return;
    this.setData({ verifying: true });
    const verdict = await attempt(() =>
      call("verifyAccount", { memberId: view.memberId, year: view.year }),
    );
    this.setData({
      verifying: false,
      ...(verdict && { verdict: verdictView(verdict, this.entries) }),
    });
  },
});
