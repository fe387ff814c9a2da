import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { announce, confirm } from "../../../services/dialogs";
import { type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { pointsOf } from "../digits";
import { keep, openDraft, type PaperDraft } from "./draft";
import { type PaperRow, withBooklet, withRows } from "./rows";
import { sendBatch } from "./send";
import { type BookletView, type Form, linesView, type Ready, rejectReasons, toView } from "./view";
import { writeAll } from "./write";

type View = Loading | Failed | Ready;

/** Booklets shown at once; more with each pull. */
const pageSize = 20;

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    rejectReasons,
    /** The booklets of a batch that waits, as far as they were asked for. */
    lines: [] as BookletView[],
    moreLines: false,
    /** What is under way: "正在交 2/5"; "" for nothing. */
    busy: "",
    booklet: { open: false, ordinal: 0 },
    pasting: false,
    /** What the sheets need to know; set when they open. */
    known: { rules: [] as Form["rules"], members: [] as Form["members"] },
    rows: [] as readonly PaperRow[],
    rejecting: { open: false, busy: false },
  },
  year: 0,
  form: undefined as Form | undefined,
  draft: undefined as PaperDraft | undefined,
  shown: pageSize,

  onLoad({ year = "" }: { year?: string }) {
    this.year = Number(year) || 0;
    void this.load();
  },

  async load(): Promise<void> {
    const { year } = this;
    const next = await load(
      () => call("getPaperForm", year > 0 ? { year } : {}),
      (form) => this.opened(form),
    );
    this.setData({ view: next, lines: [], moreLines: false });
    if (next.kind === "held") await this.readLines();
  },

  opened(form: Form): Ready {
    this.form = form;
    this.year = form.year;
    this.draft = openDraft(form);
    return toView(form, this.draft, this.shown);
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { view, moreLines } = this.data;
    if (view.kind === "held" && moreLines) await this.readLines();
    if (view.kind !== "entering" || !view.more) return;
    this.shown += pageSize;
    this.change((draft) => draft);
  },

  async readLines(): Promise<void> {
    const { lines } = this.data;
    const reply = await attempt(() =>
      call("listPaperLines", { year: this.year, skip: lines.length }),
    );
    if (!reply) return;
    this.setData({ lines: [...lines, ...linesView(reply.rows)], moreLines: reply.more });
  },

  chooseYear({ detail }: WechatMiniprogram.PickerChange) {
    const { view } = this.data;
    if (view.kind === "loading" || view.kind === "failed") return;
    this.year = view.years[Number(detail.value)] ?? view.year;
    this.shown = pageSize;
    this.setData({ view: loading });
    void this.load();
  },

  /** Every change is kept on the phone at once. */
  change(change: (draft: PaperDraft) => PaperDraft): void {
    const { form, draft } = this;
    if (!form || !draft) return;
    this.draft = change(draft);
    keep(form.year, this.draft);
    this.setData({ view: toView(form, this.draft, this.shown) });
  },

  onTotal({ detail }: WechatMiniprogram.Input) {
    this.change((draft) => ({ ...draft, knownTotal: detail.value }));
  },

  /** The sheets get what they need when they open, not with every keystroke. */
  handOver() {
    const { form, draft } = this;
    if (!form || !draft) return;
    const { rules, members } = form;
    this.setData({ known: { rules, members }, rows: draft.rows });
  },

  openBooklet({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.handOver();
    this.setData({ booklet: { open: true, ordinal: Number(currentTarget.dataset.ordinal ?? 0) } });
  },

  closeBooklet() {
    this.setData({ "booklet.open": false });
  },

  saveBooklet({ detail }: WechatMiniprogram.CustomEvent<{ ordinal: number; rows: PaperRow[] }>) {
    this.change((draft) => ({
      ...draft,
      rows: withBooklet(draft.rows, detail.ordinal, detail.rows),
    }));
    this.closeBooklet();
  },

  openPasting() {
    this.handOver();
    this.setData({ pasting: true });
  },

  closePasting() {
    this.setData({ pasting: false });
  },

  addPasted({ detail }: WechatMiniprogram.CustomEvent<{ rows: PaperRow[] }>) {
    this.change((draft) => ({ ...draft, rows: withRows(draft.rows, detail.rows) }));
    this.closePasting();
    announce(`加了${detail.rows.length}行`);
  },

  async send() {
    const { form, draft } = this;
    const knownTotal = pointsOf(draft?.knownTotal ?? "");
    if (!form || !draft || knownTotal === undefined || this.data.busy) return;
    const sent = await attempt(async () => {
      await sendBatch(form.year, draft, knownTotal, (done, parts) =>
        this.setData({ busy: `正在交 ${done + 1}/${parts}` }),
      );
      return true;
    });
    this.setData({ busy: "" });
    if (sent) await this.load();
  },

  async confirm() {
    const { view } = this.data;
    if (view.kind !== "held" || this.data.busy) return;
    if (!view.may.goOn && !(await confirm("确认写进一本通？", view.question, "确认"))) return;
    this.setData({ busy: "正在写…" });
    const written = await writeAll(this.year, view.batchId, (left) =>
      this.setData({ busy: `正在写，还有${left}本` }),
    );
    this.setData({ busy: "" });
    if (written) announce("都写好了");
    await this.load();
  },

  openReject() {
    this.setData({ rejecting: { open: true, busy: false } });
  },

  closeReject() {
    this.setData({ "rejecting.open": false });
  },

  async reject({ detail: { reason } }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { view } = this.data;
    if (view.kind !== "held") return;
    const { year, batchId } = view;
    this.setData({ "rejecting.busy": true });
    const rejected = await attempt(() =>
      call("confirmPaperYear", { decision: "reject", year, batchId, reason }),
    );
    // After a refusal what was written stays.
    this.setData({ "rejecting.busy": false, "rejecting.open": !rejected });
    await this.load();
  },

  async withdraw() {
    const { view } = this.data;
    if (view.kind !== "held") return;
    if (!(await confirm("撤回？", "撤回以后可以改，改好再提。", "撤回"))) return;
    const { year, batchId } = view;
    await attempt(() => call("withdrawPaperYear", { year, batchId }));
    await this.load();
  },

  onShareAppMessage(): { title: string; path: string } {
    return {
      title: `请核对：${this.year}年纸质一本通`,
      path: `/packages/committee/paper/index?year=${this.year}`,
    };
  },
});
