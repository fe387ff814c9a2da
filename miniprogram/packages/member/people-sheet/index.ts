import { type Colleague, colleagues } from "../../../services/colleagues";
import { type Failed, type Loading, load, loading } from "../../../services/load";
import { type PersonView, peopleView } from "./view";

type Of = "branch" | "grid";
type Shown = Readonly<{ kind: "ready"; people: readonly Colleague[] }>;
type View = Loading | Failed | Shown;

/**
 * Chooses who took part, among one's own branch and grid: `chosen` ids, `without` the one whose submission it
 * is. Events `toggle` with `{memberId, name}`, and `close`.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    chosen: { type: Array, value: [] as string[] },
    without: { type: String, value: "" },
  },
  data: { of: "branch" as Of, typed: "", view: loading as View, rows: [] as PersonView[] },
  observers: {
    open(open: boolean) {
      if (open && this.data.view.kind !== "ready") void this.load(this.data.of);
    },
    chosen() {
      this.showRows();
    },
  },
  methods: {
    async load(of: Of) {
      this.setData({ of, view: loading });
      const view = await load(
        () => colleagues(of),
        (people): Shown => ({ kind: "ready", people }),
      );
      if (this.data.of !== of) return; // the other list was asked for meanwhile
      this.setData({ view });
      this.showRows();
    },
    showRows() {
      const { view, typed, chosen, without } = this.data;
      if (view.kind !== "ready") return;
      this.setData({ rows: peopleView(view.people, typed, chosen, without) });
    },
    retry() {
      void this.load(this.data.of);
    },
    change({ currentTarget }: WechatMiniprogram.TouchEvent) {
      void this.load(currentTarget.dataset.of === "grid" ? "grid" : "branch");
    },
    onType({ detail }: WechatMiniprogram.Input) {
      this.setData({ typed: detail.value });
      this.showRows();
    },
    toggle({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const person = this.data.rows.find(({ memberId }) => memberId === currentTarget.dataset.id);
      if (!person) return;
      this.triggerEvent("toggle", { memberId: person.memberId, name: person.name });
    },
    close() {
      this.triggerEvent("close");
    },
  },
});
