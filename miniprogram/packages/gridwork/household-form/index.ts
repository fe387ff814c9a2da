import { call } from "../../../services/call";
import { announce, explain } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { type Failed, failed, type Loading, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { announceOutcome, leaveDiscarded, leaveSent, standingOf } from "../desk";
import { type Typed, withTyped } from "../fields";
import { metText, settled } from "../meeting";
import { type PersonFields, withPersonTyped } from "../people";
import { meetNow, type Opened, openForm, type Query } from "./opening";
import {
  type Family,
  familyInput,
  problemOf,
  type Ready,
  toView,
  withOneMore,
  withoutPerson,
  withPerson,
} from "./view";

type View = Loading | Failed | Ready;
type OfPerson = WechatMiniprogram.CustomEvent<
  Typed,
  WechatMiniprogram.IAnyObject,
  Readonly<{ index: number }>
>;

Page({
  data: { pageStyle: pageStyle(), view: loading as View, saving: false },
  query: {} as Query,
  opened: undefined as Opened | undefined,

  onLoad(query: Query) {
    this.query = query;
    if (query.householdId) void wx.setNavigationBarTitle({ title: "改这一户" });
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
    const { desk, around } = this.opened;
    this.setData({ view: toView(desk.typed(), around, standingOf(desk)) });
  },

  edit(change: (family: Family) => Family) {
    this.opened?.desk.edit(change);
    this.show();
  },

  /** The field keeps what is typed; nothing is drawn anew at every letter. */
  onType({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.opened?.desk.edit((family) => withHouseholdTyped(family, detail));
  },

  choose({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.edit((family) => withHouseholdTyped(family, detail));
  },

  settle({ detail }: WechatMiniprogram.CustomEvent<{ field: string; take: boolean }>) {
    const { field, take } = detail;
    this.edit((family) => ({ ...family, household: settled(family.household, field, take) }));
  },

  addPerson() {
    this.edit(withOneMore);
  },

  openPerson({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.edit((family) => ({ ...family, open: Number(currentTarget.dataset.index) }));
  },

  dropPerson({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.edit((family) => withoutPerson(family, Number(currentTarget.dataset.index)));
  },

  /** An ID number brings the birthday, which is shown. */
  typePerson({ currentTarget, detail }: OfPerson) {
    const { index } = currentTarget.dataset;
    const birthday = () => this.opened?.desk.typed().people[index]?.birthday;
    const before = birthday();
    this.opened?.desk.edit((family) =>
      withPerson(family, index, (person) => withPersonTyped(person, detail)),
    );
    if (birthday() !== before) this.show();
  },

  choosePerson({ currentTarget, detail }: OfPerson) {
    this.changePerson(currentTarget.dataset.index, (person) => withTyped(person, detail));
  },

  togglePerson({ currentTarget }: OfPerson) {
    this.changePerson(currentTarget.dataset.index, (person) => ({
      ...person,
      isRepresentative: !person.isRepresentative,
    }));
  },

  changePerson(index: number, change: (person: PersonFields) => PersonFields) {
    this.edit((family) => withPerson(family, index, change));
  },

  async save() {
    const { desk } = this.opened ?? {};
    if (!desk) return;
    const problem = problemOf(desk.typed());
    if (problem) return announce(problem);
    this.setData({ saving: true });
    const input = familyInput(desk.id(), desk.typed());
    const outcome = await desk.send({ operation: "saveHousehold", input });
    this.setData({ saving: false });
    if (outcome.kind === "refused") return this.refused();
    announceOutcome(outcome);
    const { householdId } = input;
    const isThere = outcome.kind === "sent" && !this.query.householdId;
    if (!isThere) return leave();
    void wx.redirectTo({ url: `/packages/gridwork/household/index?householdId=${householdId}` });
  },

  /** Perhaps somebody has changed it: what is there now is shown beside what was typed. */
  async refused() {
    const { desk } = this.opened ?? {};
    if (!desk) return;
    this.show();
    const { householdId, household } = desk.typed();
    if (household.revision === 0) return;
    const now = await call("getHousehold", { householdId }).catch(() => undefined);
    if (now && meetNow(desk, now)) explain(metText);
    this.show();
  },

  discard() {
    if (this.opened) void leaveDiscarded(this.opened.desk);
  },
});

const withHouseholdTyped = (family: Family, typed: Typed): Family => ({
  ...family,
  household: { ...family.household, fields: withTyped(family.household.fields, typed) },
});
