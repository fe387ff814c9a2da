/**
 * A line of a list that leads somewhere: title, a note under it, and at its end a value, what a tap
 * does (`action`), or how many wait there (`count`, which stands out). Stands in a navigator, or the page
 * listens to `bind:tap`.
 */
Component({
  properties: {
    title: { type: String, value: "" },
    note: { type: String, value: "" },
    value: { type: String, value: "" },
    action: { type: String, value: "" },
    count: { type: Number, value: 0 },
  },
});
