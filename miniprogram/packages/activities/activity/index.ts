import type { Api } from "../../../../core/api.ts";
import { attempt } from "../../../services/attempt";
import { call } from "../../../services/call";
import { isCare } from "../../../services/care";
import { announce, confirm } from "../../../services/dialogs";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { scanToCheckIn } from "../checkIn";
import { pressUntilDone } from "./press";
import { scanMembers } from "./scanMembers";
import { closedSheet, type SheetKind, sheetOf } from "./sheets";
import { doneText, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;
type Reply = Api["getActivity"]["output"];
type Mark = Api["markRoll"]["input"]["mark"];

Page({
  data: {
    pageStyle: pageStyle(),
    care: isCare(),
    view: loading as View,
    sheet: closedSheet,
    /** Who is ticked on the roll, by member. */
    ticked: {} as Record<string, boolean>,
    tickedCount: 0,
  },
  activityId: "",
  reply: undefined as Reply | undefined,
  rows: [] as NonNullable<Reply["roll"]>["rows"],

  onLoad({ activityId = "" }: { activityId?: string }) {
    this.activityId = activityId;
  },

  /** Coming back from the code or the form, more have come or it stands otherwise. */
  onShow() {
    void this.load();
  },

  async load() {
    const { activityId } = this;
    const next = await load(
      () => call("getActivity", { activityId }),
      (reply) => {
        this.reply = reply;
        this.rows = reply.roll?.rows ?? [];
        return toView(reply);
      },
    );
    this.setData({ view: afterRefresh(this.data.view, next), ticked: {}, tickedCount: 0 });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { activityId, reply, rows } = this;
    if (!reply?.roll?.more) return;
    const next = await attempt(() => call("getActivity", { activityId, skip: rows.length }));
    if (!next?.roll) return;
    const known = new Set(rows.map(({ memberId }) => memberId));
    this.rows = [...rows, ...next.roll.rows.filter(({ memberId }) => !known.has(memberId))];
    this.reply = next;
    this.setData({ view: toView(next, this.rows) });
  },

  async scan() {
    const activityId = await scanToCheckIn();
    if (!activityId) return;
    this.activityId = activityId; // the code decides, should it be another activity's
    await this.load();
  },

  showMyCode() {
    void wx.navigateTo({ url: this.codePage("me") });
  },

  showCode() {
    void wx.navigateTo({ url: this.codePage("activity") });
  },

  codePage(of: "me" | "activity"): string {
    return `/packages/activities/code/index?of=${of}&activityId=${this.activityId}`;
  },

  async scanMembers() {
    await scanMembers(this.activityId);
    await this.load();
  },

  tick({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.may.markRoll) return;
    const id = String(currentTarget.dataset.id);
    this.setTicked({ ...this.data.ticked, [id]: !this.data.ticked[id] });
  },

  /** All of a group, or none of it when all are ticked. */
  tickGroup({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { view, ticked } = this.data;
    if (view.kind !== "ready") return;
    const group = view.roll?.groups[Number(currentTarget.dataset.index)];
    if (!group) return;
    const all = group.rows.every(({ memberId }) => ticked[memberId]);
    const changed = group.rows.map(({ memberId }) => [memberId, !all] as const);
    this.setTicked({ ...ticked, ...Object.fromEntries(changed) });
  },

  setTicked(ticked: Record<string, boolean>) {
    this.setData({ ticked, tickedCount: Object.values(ticked).filter(Boolean).length });
  },

  untick() {
    this.setTicked({});
  },

  async mark({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { activityId } = this;
    const mark = String(currentTarget.dataset.mark) as Mark;
    const { ticked } = this.data;
    const memberIds = Object.keys(ticked).filter((id) => ticked[id]);
    const most = 100;
    for (let start = 0; start < memberIds.length; start += most) {
      const some = memberIds.slice(start, start + most);
      const marked = await attempt(() => call("markRoll", { activityId, mark, memberIds: some }));
      if (!marked) break;
    }
    await this.load();
  },

  async grant({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { activityId } = this;
    const memberId = String(currentTarget.dataset.id);
    const answered = await attempt(() =>
      call("answerLeave", { activityId, memberId, granted: true }),
    );
    if (answered) announce("已准假");
    await this.load();
  },

  openSheet({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { sheet, id = "" } = currentTarget.dataset;
    this.setData({ sheet: sheetOf(String(sheet) as SheetKind, String(id)) });
  },

  /** Asks why; the reason for what is undone in part already stands. */
  async reverse(event: WechatMiniprogram.TouchEvent) {
    const { activityId, reply } = this;
    if (!reply?.reversal) return this.openSheet(event);
    const { reason } = reply.reversal;
    await this.press(() => call("reverseActivity", { activityId, reason }));
    await this.load();
  },

  closeSheet() {
    this.setData({ "sheet.open": false });
  },

  async sendReason({ detail: { reason } }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { kind, memberId } = this.data.sheet;
    const { activityId } = this;
    this.setData({ "sheet.busy": true });
    const send = {
      leave: () => attempt(() => call("askLeave", { activityId, reason })),
      refuse: () => {
        const refusal = { activityId, memberId, granted: false, answer: reason } as const;
        return attempt(() => call("answerLeave", refusal));
      },
      reopen: () => attempt(() => call("reopenActivity", { activityId, reason })),
      reverse: () => this.press(() => call("reverseActivity", { activityId, reason })),
    }[kind];
    const sent = await send();
    // After a refusal what was written stays.
    this.setData({ "sheet.busy": false, ...(sent && { "sheet.open": false }) });
    await this.load();
  },

  async close() {
    const { view } = this.data;
    if (view.kind !== "ready" || !view.roll) return;
    const { activityId } = this;
    const question = view.may.confirm
      ? "别人记的分已经在了，这次只记等您确认的那一位。"
      : view.roll.preview;
    if (!(await confirm(view.roll.close, question, "记上"))) return;
    await this.press(() => call("closeActivity", { activityId }));
    await this.load();
  },

  async press(once: () => Promise<Api["closeActivity"]["output"]>) {
    const done = await attempt(() => pressUntilDone(once));
    wx.hideLoading();
    if (done) announce(doneText(done));
    return done;
  },

  change() {
    void wx.navigateTo({ url: `/packages/activities/plan/index?activityId=${this.activityId}` });
  },

  async cancel() {
    const { activityId } = this;
    if (!(await confirm("取消这次活动？", "党员会看到活动取消了。谁的分都不变。", "取消活动")))
      return;
    if (await attempt(() => call("cancelActivity", { activityId }))) announce("已取消");
    await this.load();
  },
});
