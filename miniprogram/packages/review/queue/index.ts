import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { askNotice } from "../../../services/notices";
import { pageStyle } from "../../../services/pageStyle";
import { type ClaimView, claimReasons, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;
type Queue = Api["getReviewQueue"]["output"];

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    claimReasons,
    returning: { open: false, busy: false, claimId: "", title: "" },
  },
  claims: [] as Queue["claims"],
  rows: [] as Queue["rows"],

  /** Coming back from a review, it no longer waits. */
  onShow() {
    void this.load();
  },

  async load() {
    const next = await load(
      () => call("getReviewQueue", {}),
      ({ claims, rows, more }) => {
        this.claims = claims;
        this.rows = rows;
        return toView(claims, rows, more);
      },
    );
    this.setData({ view: afterRefresh(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.more) return;
    const reply = await attempt(() => call("getReviewQueue", { skip: this.rows.length }));
    if (!reply) return;
    const known = new Set(this.rows.map(({ id }) => id));
    this.rows = [...this.rows, ...reply.rows.filter(({ id }) => !known.has(id))];
    this.setData({ view: toView(this.claims, this.rows, reply.more) });
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset.id);
    void wx.navigateTo({ url: `/packages/review/review/index?submissionId=${id}` });
  },

  claimOf(id: unknown): ClaimView | undefined {
    const { view } = this.data;
    return view.kind === "ready" ? view.claims.find((claim) => claim.id === id) : undefined;
  },

  async confirmClaim({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const claim = this.claimOf(currentTarget.dataset.id);
    if (!claim) return;
    if (!(await confirm("确认认领", `${claim.member}${claim.wish}，${claim.grid}。`, "确认")))
      return;
    const decided = await attempt(() =>
      call("reviewClaim", { decision: "confirm", claimId: claim.id }),
    );
    if (decided) announce(`已确认${claim.member}的认领`);
    await this.load();
  },

  openReturn({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const claim = this.claimOf(currentTarget.dataset.id);
    if (!claim) return;
    const title = `退回${claim.member}的认领`;
    this.setData({ returning: { open: true, busy: false, claimId: claim.id, title } });
  },

  closeReturn() {
    this.setData({ "returning.open": false });
  },

  async returnClaim({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { claimId } = this.data.returning;
    this.setData({ "returning.busy": true });
    const decided = await attempt(() =>
      call("reviewClaim", { decision: "return", claimId, reason: detail.reason }),
    );
    // After a refusal what was written stays.
    this.setData({ "returning.busy": false, "returning.open": !decided });
    if (decided) announce("已退回");
    await this.load();
  },

  allowNotice() {
    void askNotice("toReview");
  },
});
