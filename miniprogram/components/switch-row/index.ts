/**
 * A line that is on or off: title, a note under it, and a switch; the whole line takes the tap. Event `change` with
 * `{value}`; the page decides whether it becomes so.
 */
Component({
  properties: {
    title: { type: String, value: "" },
    note: { type: String, value: "" },
    on: { type: Boolean, value: false },
  },
  methods: {
    change() {
      this.triggerEvent("change", { value: !this.data.on });
    },
  },
});
