import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { isCare } from "../../../services/care";
import { announce, confirm } from "../../../services/dialogs";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { firstChoice, type GridView, type PostView, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

/** The form of a claim; it keeps what it shows while it closes. */
type Claiming = Readonly<{
  open: boolean;
  sending: boolean;
  post: Pick<PostView, "id" | "title">;
  grids: readonly GridView[];
  gridId: string;
}>;

const notClaiming: Claiming = {
  open: false,
  sending: false,
  post: { id: "", title: "" },
  grids: [],
  gridId: "",
};

Page({
  data: { pageStyle: pageStyle(), care: isCare(), view: loading as View, claiming: notClaiming },
  /** 特长, as it stands in the field. */
  speciality: "",

  onLoad() {
    void this.load();
  },

  async load() {
    const next = await load(() => call("listPosts", {}), toView);
    this.setData({ view: afterRefresh(this.data.view, next) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  openClaim({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const post = this.postOf(String(currentTarget.dataset.id));
    if (!post) return;
    const { id, title, grids } = post;
    this.speciality = "";
    this.setData({
      claiming: {
        open: true,
        sending: false,
        post: { id, title },
        grids,
        gridId: firstChoice(post),
      },
    });
  },

  postOf(id: string): PostView | undefined {
    const { view } = this.data;
    if (view.kind !== "ready") return undefined;
    return [...view.mine, ...view.others].find((post) => post.id === id);
  },

  closeClaim() {
    this.setData({ "claiming.open": false });
  },

  chooseGrid({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, full } = currentTarget.dataset;
    if (!full) this.setData({ "claiming.gridId": String(id) });
  },

  onSpeciality({ detail }: WechatMiniprogram.Input) {
    this.speciality = detail.value;
  },

  async claim() {
    const { post, gridId } = this.data.claiming;
    this.setData({ "claiming.sending": true });
    const claimed = await attempt(() =>
      call("claimPost", { postId: post.id, gridId, speciality: this.speciality }),
    );
    this.setData({ "claiming.sending": false, ...(claimed && { "claiming.open": false }) });
    if (claimed) announce("已交给支部书记确认");
    await this.load();
    const fresh = this.postOf(post.id);
    if (claimed || !fresh) return;
    // The form stays; a place that somebody else has just taken should be seen.
    this.setData({ "claiming.grids": fresh.grids, "claiming.gridId": firstChoice(fresh) });
  },

  async withdraw({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const post = this.postOf(String(currentTarget.dataset.id));
    const claimId = post?.claim?.id;
    if (!claimId) return;
    if (!(await confirm("撤回认领", `不再认领“${post.title}”？名额会让给别人。`, "撤回"))) return;
    if (await attempt(() => call("withdrawClaim", { claimId }))) announce("已撤回");
    await this.load();
  },
});
