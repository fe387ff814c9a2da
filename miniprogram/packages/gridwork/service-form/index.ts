import { type Colleague, colleagues } from "../../../services/colleagues";
import { announce } from "../../../services/dialogs";
import { leave } from "../../../services/leave";
import { type Failed, failed, type Loading, loading } from "../../../services/load";
import { pageStyle } from "../../../services/pageStyle";
import { dayAt } from "../../../texts/when";
import {
  announceOutcome,
  type Desk,
  leaveDiscarded,
  leaveSent,
  openDesk,
  standingOf,
} from "../desk";
import { type Typed, withTyped } from "../fields";
import { newService, problemOf, type Ready, type Service, serviceInput, toView } from "./view";

type View = Loading | Failed | Ready;
type Query = Readonly<{ householdId?: string; head?: string; note?: string }>;

Page({
  data: { pageStyle: pageStyle(), view: loading as View, head: "", saving: false },
  query: {} as Query,
  desk: undefined as Desk<Service> | undefined,
  people: [] as readonly Colleague[],
  looked: "",
  today: dayAt(new Date().toISOString()),

  onLoad(query: Query) {
    this.query = query;
    this.setData({ head: decodeURIComponent(query.head ?? "") });
    void this.open();
  },

  onUnload() {
    this.desk?.leave();
  },

  async open() {
    const { householdId = "", head = "", note = "" } = this.query;
    const page = "/packages/gridwork/service-form/index";
    try {
      this.people = await colleagues("grid");
    } catch (error) {
      this.setData({ view: failed(error) });
      return;
    }
    this.desk = await openDesk<Service>(
      { householdId, address: `${page}?householdId=${householdId}&head=${head}`, noteId: note },
      ({ member, text }) => ({ title: `党员服务 · ${this.data.head}`, text: `${member} ${text}` }),
      () => newService(this.today),
    );
    if (this.desk) this.show();
    else leaveSent();
  },

  show() {
    const { desk, people, looked, today } = this;
    if (!desk) return;
    this.setData({ view: toView(desk.typed(), { people, looked, today }, standingOf(desk)) });
  },

  look({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.looked = detail.value;
    this.show();
  },

  /** A tap on the one who is chosen lets choose again. */
  chooseMember({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    const chosen = this.people.find(({ memberId }) => memberId === detail.value);
    this.desk?.edit((service) =>
      service.memberId === detail.value || !chosen
        ? { ...service, memberId: "", member: "" }
        : { ...service, memberId: chosen.memberId, member: chosen.name },
    );
    this.show();
  },

  /** The field keeps what is typed; nothing is drawn anew at every letter. */
  onType({ detail }: WechatMiniprogram.CustomEvent<Typed>) {
    this.desk?.edit((service) => withTyped(service, detail));
  },

  chooseDay(event: WechatMiniprogram.CustomEvent<Typed>) {
    this.onType(event);
    this.show();
  },

  async save() {
    const { desk } = this;
    if (!desk) return;
    const problem = problemOf(desk.typed());
    if (problem) return announce(problem);
    this.setData({ saving: true });
    const input = serviceInput(desk.id(), this.query.householdId ?? "", desk.typed());
    const outcome = await desk.send({ operation: "recordService", input });
    this.setData({ saving: false });
    if (outcome.kind === "refused") return this.show();
    announceOutcome(outcome);
    leave();
  },

  discard() {
    if (this.desk) void leaveDiscarded(this.desk);
  },
});
