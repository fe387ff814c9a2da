import { announce, explain } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { type Failed, failed, type Loading, loading } from "../../../services/load";
import { newId } from "../../../services/newId";
import { pageStyle } from "../../../services/pageStyle";
import { dayAt } from "../../../texts/when";
import {
  announceOutcome,
  type Desk,
  leaveDiscarded,
  leaveSent,
  sendAtOnce,
  standingOf,
} from "../desk";
import type { End } from "../end-sheet/index";
import { type Typed, withTyped } from "../fields";
import { metText, settled } from "../meeting";
import { type PersonFields, withPersonTyped } from "../people";
import { meetNow, openForm, type Query, residentNow } from "./opening";
import { type Person, personInput, problemOf, type Ready, toView } from "./view";

type View = Loading | Failed | Ready;

Page({
  data: {
    pageStyle: pageStyle(),
    view: loading as View,
    head: "",
    today: dayAt(new Date().toISOString()),
    ending: false,
    saving: false,
  },
  query: {} as Query,
  desk: undefined as Desk<Person> | undefined,

  onLoad(query: Query) {
    this.query = query;
    this.setData({ head: decodeURIComponent(query.head ?? "") });
    if (query.residentId) void wx.setNavigationBarTitle({ title: "改这个人" });
    void this.open();
  },

  onUnload() {
    this.desk?.leave();
  },

  async open() {
    try {
      this.desk = await openForm(this.query);
    } catch (error) {
      this.setData({ view: failed(error) });
      return;
    }
    if (this.desk) this.show();
    else leaveSent();
  },

  show() {
    if (this.desk) this.setData({ view: toView(this.desk.typed(), standingOf(this.desk)) });
  },

  edit(change: (person: PersonFields) => PersonFields) {
    this.desk?.edit((typed) => ({
      ...typed,
      person: { ...typed.person, fields: change(typed.person.fields) },
    }));
  },

  /** The field keeps what is typed; only the birthday that an ID number brings is drawn. */
  onType({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    const birthday = () => this.desk?.typed().person.fields.birthday;
    const before = birthday();
    this.edit((person) => withPersonTyped(person, detail));
    if (birthday() !== before) this.show();
  },

  choose({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.edit((person) => withTyped(person, detail));
    this.show();
  },

  toggle() {
    this.edit((person) => ({ ...person, isRepresentative: !person.isRepresentative }));
    this.show();
  },

  settle({ detail }: WechatMiniprogram.CustomEvent<{ field: string; take: boolean }>) {
    const { field, take } = detail;
    this.desk?.edit((typed) => ({ ...typed, person: settled(typed.person, field, take) }));
    this.show();
  },

  async save() {
    const { desk } = this;
    if (!desk) return;
    const problem = problemOf(desk.typed());
    if (problem) return announce(problem);
    const input = personInput(desk.id(), this.query.householdId ?? "", desk.typed());
    if (!input) return;
    this.setData({ saving: true });
    const outcome = await desk.send({ operation: "saveResident", input });
    this.setData({ saving: false });
    if (outcome.kind === "refused") return this.refused();
    announceOutcome(outcome);
    leave();
  },

  /** Perhaps somebody has changed it: what is there now is shown beside what was typed. */
  async refused() {
    const { desk } = this;
    const { householdId = "", residentId = "" } = this.query;
    this.show();
    if (!desk || residentId === "") return;
    const now = await residentNow(householdId, residentId).catch(() => undefined);
    if (now && meetNow(desk, now)) explain(metText);
    this.show();
  },

  openEnd() {
    this.setData({ ending: true });
  },

  closeEnd() {
    this.setData({ ending: false });
  },

  async end({ detail }: WechatMiniprogram.CustomEvent<End<"moved" | "died" | "mistake">>) {
    const { desk } = this;
    if (!desk) return;
    const { residentId, person } = desk.typed();
    this.setData({ saving: true });
    const changeId = newId();
    const outcome = await sendAtOnce({
      ...{ id: changeId, householdId: this.query.householdId ?? "" },
      ...{ title: `不在册 · ${person.seen.name}`, text: `${this.data.head}家` },
      request: {
        operation: "endResident",
        input: { changeId, residentId, revision: person.revision, ...detail },
      },
    });
    this.setData({ saving: false });
    if (outcome.kind === "refused") return explain(outcome.message);
    desk.discard();
    announceOutcome(outcome);
    leave();
  },

  discard() {
    if (this.desk) void leaveDiscarded(this.desk);
  },
});
