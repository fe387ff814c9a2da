import { announce, explain } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { type Failed, failed, type Loading, loading } from "../../../services/load";
import { newId } from "../../../services/newId";
import { pageStyle } from "../../../services/pageStyle";
import { announceOutcome, leaveDiscarded, leaveSent, sendAtOnce, standingOf } from "../desk";
import type { End } from "../end-sheet/index";
import { type Typed, withTyped } from "../fields";
import { metText, settled } from "../meeting";
import { enterpriseNow, meetNow, type Opened, openForm, type Query } from "./opening";
import { firmInput, problemOf, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: { pageStyle: pageStyle(), view: loading as View, ending: false, saving: false },
  query: {} as Query,
  opened: undefined as Opened | undefined,

  onLoad(query: Query) {
    this.query = query;
    if (query.enterpriseId) void wx.setNavigationBarTitle({ title: "改这家企业" });
    void this.open();
  },

  onUnload() {
    this.opened?.desk.leave();
  },

  async open() {
    try {
      this.opened = await openForm(this.query);
    } catch (error) {
      this.setData({ view: failed(error) });
      return;
    }
    if (this.opened) this.show();
    else leaveSent();
  },

  show() {
    if (!this.opened) return;
    const { desk, hamlets } = this.opened;
    this.setData({ view: toView(desk.typed(), hamlets, standingOf(desk)) });
  },

  /** The field keeps what is typed; nothing is drawn anew at every letter. */
  onType({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.opened?.desk.edit((typed) => ({
      ...typed,
      firm: { ...typed.firm, fields: withTyped(typed.firm.fields, detail) },
    }));
  },

  choose(event: WechatMiniprogram.CustomEvent<Typed>) {
    this.onType(event);
    this.show();
  },

  settle({ detail }: WechatMiniprogram.CustomEvent<{ field: string; take: boolean }>) {
    const { field, take } = detail;
    this.opened?.desk.edit((typed) => ({ ...typed, firm: settled(typed.firm, field, take) }));
    this.show();
  },

  async save() {
    const { desk } = this.opened ?? {};
    if (!desk) return;
    const problem = problemOf(desk.typed());
    if (problem) return announce(problem);
    this.setData({ saving: true });
    const input = firmInput(desk.id(), desk.typed());
    const outcome = await desk.send({ operation: "saveEnterprise", input });
    this.setData({ saving: false });
    if (outcome.kind === "refused") return this.refused();
    announceOutcome(outcome);
    leave();
  },

  /** Perhaps somebody has changed it: what is there now is shown beside what was typed. */
  async refused() {
    const { desk } = this.opened ?? {};
    this.show();
    if (!desk || !this.query.enterpriseId) return;
    const now = await enterpriseNow(this.query).catch(() => undefined);
    if (now && meetNow(desk, now)) explain(metText);
    this.show();
  },

  openEnd() {
    this.setData({ ending: true });
  },

  closeEnd() {
    this.setData({ ending: false });
  },

  async end({ detail }: WechatMiniprogram.CustomEvent<End<"closed" | "moved" | "mistake">>) {
    const { desk } = this.opened ?? {};
    if (!desk) return;
    const { enterpriseId, firm } = desk.typed();
    this.setData({ saving: true });
    const changeId = newId();
    const outcome = await sendAtOnce({
      ...{ id: changeId, householdId: "", title: `不在册 · ${firm.seen.name}`, text: "" },
      request: {
        operation: "endEnterprise",
        input: { changeId, enterpriseId, revision: firm.revision, why: detail.why },
      },
    });
    this.setData({ saving: false });
    if (outcome.kind === "refused") return explain(outcome.message);
    desk.discard();
    announceOutcome(outcome);
    leave();
  },

  discard() {
    if (this.opened) void leaveDiscarded(this.opened.desk);
  },
});
