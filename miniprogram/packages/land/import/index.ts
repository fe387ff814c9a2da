import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm, explain } from "../../../services/dialogs";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { UploadRefused } from "../../../services/outbox";
import { pageStyle } from "../../../services/pageStyle";
import { checkSheet, chooseSheet, compareOn, writeOn } from "./sheet";
import { shareTemplate } from "./template";
import { type Import, type Ready, type Reply, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    /** What is under way: "正在写 30%"; "" for nothing. */
    busy: "",
  },
  reply: undefined as Reply | undefined,

  onLoad() {
    void this.load();
  },

  async load() {
    const next = await load(
      () => call("getImport", {}),
      (reply) => this.opened(reply),
    );
    this.setData({ view: afterRefresh<View>(this.data.view, next) });
  },

  opened(reply: Reply): Ready {
    this.reply = reply;
    return toView(reply);
  },

  async onPullDownRefresh() {
    if (this.data.busy === "") await this.load();
    wx.stopPullDownRefresh();
  },

  /** Does what takes several calls and says how far it is; what was reached before it broke off is shown. */
  async under(first: string, work: (onProgress: (words: string) => void) => Promise<unknown>) {
    if (this.data.busy !== "") return;
    this.setData({ busy: first });
    try {
      await attempt(() => work((busy) => this.setData({ busy })));
    } catch (failure) {
      if (failure instanceof UploadRefused) explain("文件没有传上去，请稍后再试");
      else if (isCloudFailure(failure)) explain("没有信号，请稍后再试");
      else throw failure;
    }
    this.setData({ busy: "" });
    await this.load();
  },

  async next() {
    const { view } = this.data;
    const last = this.reply?.import;
    if (view.kind !== "ready" || this.data.busy !== "") return;
    if (view.next === "choose" || !last) return this.choose();
    if (view.next === "compare") {
      return this.under("正在核对", (onProgress) => compareOn(last, onProgress));
    }
    await this.write(last, view.question);
  },

  async write(last: Import, question: string) {
    const agreed = last.status === "writing" || (await confirm("写进台账？", question, "导入"));
    if (!agreed) return;
    await this.under("正在写", async (onProgress) => {
      await writeOn(last, onProgress);
      announce("都写进去了");
    });
  },

  async choose() {
    const path = await chooseSheet();
    if (!path) return;
    const last = this.reply?.import;
    await this.under("正在传", async (onProgress) => {
      // What was checked before and not written makes room for the mended file.
      if (last?.status === "checked" || last?.status === "checking") {
        await call("withdrawImport", { importId: last.importId });
      }
      await checkSheet(path, onProgress);
    });
  },

  async withdraw() {
    const last = this.reply?.import;
    if (!last || this.data.busy !== "") return;
    const text = last.done > 0 ? "已经写进去的留着，其余的不再写。" : "什么都不会写进去。";
    if (!(await confirm("不导入了？", text, "不导入"))) return;
    await this.under("正在撤回", () => call("withdrawImport", { importId: last.importId }));
  },

  async template() {
    await shareTemplate((this.reply?.columns ?? []).map(({ name }) => name));
  },
});

/** An upload that got lost on the way says so as WeChat does. */
const isCloudFailure = (failure: unknown): boolean =>
  typeof (failure as { errMsg?: unknown } | null)?.errMsg === "string";
