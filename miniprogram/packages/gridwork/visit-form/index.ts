import { announce } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { type Loading, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { dayAt } from "../../../texts/when";
import type { Choice } from "../choice-field/index";
import {
  announceOutcome,
  type Desk,
  leaveDiscarded,
  leaveSent,
  openDesk,
  standingOf,
} from "../desk";
import { type Typed, withTyped } from "../fields";
import { newVisit, problemOf, type Ready, toView, type Visit, visitInput } from "./view";

type View = Loading | Ready;
type Query = Readonly<{ householdId?: string; head?: string; note?: string }>;

const needChoices: readonly Choice[] = [
  { id: "no", title: "没有" },
  { id: "yes", title: "有" },
];

/** A visit asks the village nothing before it is saved: it can be written where there is no signal. */
Page({
  data: { pageStyle: pageStyle(), view: loading as View, head: "", needChoices, saving: false },
  desk: undefined as Desk<Visit> | undefined,
  householdId: "",
  today: dayAt(new Date().toISOString()),

  async onLoad({ householdId = "", head = "", note = "" }: Query) {
    const name = decodeURIComponent(head);
    this.householdId = householdId;
    const address = `/packages/gridwork/visit-form/index?householdId=${householdId}&head=${head}`;
    this.desk = await openDesk<Visit>(
      { householdId, address, noteId: note },
      ({ text }) => ({ title: `走访 · ${name}`, text }),
      () => newVisit(this.today),
    );
    this.setData({ head: name });
    if (!this.desk) return leaveSent();
    this.show();
  },

  onUnload() {
    this.desk?.leave();
  },

  show() {
    const { desk, today } = this;
    if (desk) this.setData({ view: toView(desk.typed(), today, standingOf(desk)) });
  },

  /** The field keeps what is typed; nothing is drawn anew at every letter. */
  onType({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.desk?.edit((visit) => withTyped(visit, detail));
  },

  chooseDay({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.desk?.edit((visit) => withTyped(visit, detail));
    this.show();
  },

  chooseNeed({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.desk?.edit((visit) => ({ ...visit, hasNeed: detail.value === "yes" }));
    this.show();
  },

  async save() {
    const { desk, householdId } = this;
    if (!desk) return;
    const problem = problemOf(desk.typed());
    if (problem) return announce(problem);
    this.setData({ saving: true });
    const input = visitInput(desk.id(), householdId, desk.typed());
    const outcome = await desk.send({ operation: "recordVisit", input });
    this.setData({ saving: false });
    if (outcome.kind === "refused") return this.show();
    announceOutcome(outcome);
    leave();
  },

  discard() {
    if (this.desk) void leaveDiscarded(this.desk);
  },
});
