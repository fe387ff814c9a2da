import { gridNotes } from "../../../services/gridNotes";
import { onDelivery } from "../../../services/sending";
import { type NoteView, noteViews } from "./view";

/** What ends the listening of each. */
const stops = new WeakMap<object, () => void>();

/**
 * What was written and lies on this phone still: all of it, or of one household. Event `sent` when some of it
 * has gone out by itself.
 */
Component({
  properties: {
    /** "" for all. */
    householdId: { type: String, value: "" },
  },
  data: { notes: [] as readonly NoteView[] },
  lifetimes: {
    attached() {
      this.show();
      const stop = onDelivery(() => {
        this.show();
        this.triggerEvent("sent");
      });
      stops.set(this, stop);
    },
    detached() {
      stops.get(this)?.();
    },
  },
  pageLifetimes: {
    show() {
      this.show();
    },
  },
  methods: {
    show() {
      this.setData({ notes: noteViews(gridNotes.all(), this.data.householdId) });
    },
    /** What was asked for on a sheet has no page of its own: its refusal is read, and that is all. */
    open({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const note = this.data.notes.find(({ id }) => id === currentTarget.dataset.id);
      if (note?.url) return void wx.navigateTo({ url: note.url });
      if (note?.tone !== "returned") return;
      gridNotes.drop(note.id);
      this.show();
    },
  },
});
