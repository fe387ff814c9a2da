import { isCare } from "../../../services/care";
import { confirm, explain } from "../../../services/dialogs";
import type { GridRequest } from "../../../services/gridNote";
import { afterRefresh, type Failed, type Loading, load, loading } from "../../../services/load";
import { newId } from "../../../services/newId";
import { pageStyle } from "../../../services/pageStyle";
import { announceOutcome, sendAtOnce } from "../desk";
import type { End } from "../end-sheet/index";
import type { Move } from "../move-sheet/index";
import { placeText } from "../texts";
import { lookAt } from "./seen";
import { followUpSheets, type Sheet } from "./sheets";
import { type Household, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: {
    pageStyle: pageStyle(),
    care: isCare(),
    view: loading as View,
    householdId: "",
    sheet: "" as Sheet,
    followUp: followUpSheets.progress,
    grids: [] as Household["grids"],
    busy: false,
  },
  household: undefined as Household | undefined,
  /** The visit whose need is written about. */
  visitId: "",

  onLoad({ householdId = "" }: { householdId?: string }) {
    this.setData({ householdId });
  },

  onShow() {
    void this.load();
  },

  async load() {
    const next = await load(
      () => lookAt(this.data.householdId),
      ({ value, fresh }) => {
        this.household = value;
        return toView(value, !fresh);
      },
    );
    this.setData({
      view: afterRefresh<View>(this.data.view, next),
      grids: this.household?.grids ?? [],
    });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { url } = currentTarget.dataset;
    if (url) void wx.navigateTo({ url: String(url) });
  },

  visit() {
    if (this.data.view.kind === "ready") void wx.navigateTo({ url: this.data.view.visitUrl });
  },

  call({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.makePhoneCall({ phoneNumber: String(currentTarget.dataset.phone), fail: () => {} });
  },

  openFollowUp({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, done } = currentTarget.dataset;
    this.visitId = String(id);
    const followUp = done ? followUpSheets.done : followUpSheets.progress;
    this.setData({ followUp, sheet: "followUp" });
  },

  openMove() {
    this.setData({ sheet: "move" });
  },

  openEnd() {
    this.setData({ sheet: "end" });
  },

  closeSheet() {
    this.setData({ sheet: "" });
  },

  /** What a sheet asks for goes out at once, or waits for a signal. */
  async send(id: string, title: string, text: string, request: GridRequest) {
    this.setData({ busy: true });
    const { householdId } = this.data;
    const outcome = await sendAtOnce({ id, householdId, title, text, request });
    this.setData({ busy: false });
    if (outcome.kind === "refused") return explain(outcome.message);
    this.setData({ sheet: "" });
    announceOutcome(outcome);
    await this.load();
    this.selectComponent(".kept")?.show();
  },

  async followUp({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const visit = this.household?.visits.find(({ visitId }) => visitId === this.visitId);
    if (!visit) return;
    const { done } = this.data.followUp;
    const changeId = newId();
    const { visitId, revision } = visit;
    await this.send(changeId, `需求：${visit.need}`, detail.reason, {
      operation: "followUp",
      input: { changeId, visitId, revision, text: detail.reason, done },
    });
  },

  async move({ detail }: WechatMiniprogram.CustomEvent<Move>) {
    const { household } = this;
    if (!household) return;
    const { householdId, revision, head, residents } = household;
    const question = `${head}一家${residents.length}人一起搬到${placeText(detail)}。`;
    if (!(await confirm("搬过去？", question, "搬"))) return;
    const changeId = newId();
    await this.send(changeId, `搬家 · ${head}`, `搬到${placeText(detail)}`, {
      operation: "moveHousehold",
      input: { changeId, householdId, revision, ...detail },
    });
  },

  async end({ detail }: WechatMiniprogram.CustomEvent<End<"moved" | "demolished" | "mistake">>) {
    const { household } = this;
    if (!household) return;
    const { householdId, revision, head } = household;
    const { why, on } = detail;
    const changeId = newId();
    await this.send(changeId, `不在册 · ${head}`, "", {
      operation: "endHousehold",
      input: { changeId, householdId, revision, why, on },
    });
  },
});
