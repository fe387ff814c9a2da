import { type Colleague, colleagues, found } from "../../../services/colleagues";
import { type Failed, type Loading, load, loading } from "../../../services/load";

type Of = "branch" | "grid";
type View = Loading | Failed | Readonly<{ kind: "ready"; people: readonly Colleague[] }>;

/** Chooses one member of one's own branch or grid. Events `choose` with `{memberId, name}`, and `close`. */
Component({
  properties: { open: { type: Boolean, value: false } },
  data: { of: "branch" as Of, typed: "", view: loading as View, rows: [] as Colleague[] },
  observers: {
    open(open: boolean) {
      if (open && this.data.view.kind !== "ready") void this.load(this.data.of);
    },
  },
  methods: {
    async load(of: Of) {
      this.setData({ of, view: loading });
      const view = await load(
        () => colleagues(of),
        (people): View => ({ kind: "ready", people }),
      );
      if (this.data.of !== of) return; // the other list was asked for meanwhile
      this.setData({ view, rows: this.rowsOf(view, this.data.typed) });
    },
    rowsOf(view: View, typed: string): Colleague[] {
      return view.kind === "ready" ? found(view.people, typed) : [];
    },
    retry() {
      void this.load(this.data.of);
    },
    change({ currentTarget }: WechatMiniprogram.TouchEvent) {
      void this.load(currentTarget.dataset.of === "grid" ? "grid" : "branch");
    },
    onType({ detail }: WechatMiniprogram.Input) {
      this.setData({ typed: detail.value, rows: this.rowsOf(this.data.view, detail.value) });
    },
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const person = this.data.rows.find(({ memberId }) => memberId === currentTarget.dataset.id);
      if (!person) return;
      this.triggerEvent("choose", { memberId: person.memberId, name: person.name });
    },
    close() {
      this.triggerEvent("close");
    },
  },
});
