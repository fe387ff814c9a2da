/**
 * A line of a list that leads somewhere: title, a note under it, a value at the end. `count` is what
 * waits there and stands out. The page listens to `bind:tap`.
 */
Component({
  properties: {
    title: { type: String, value: "" },
    note: { type: String, value: "" },
    value: { type: String, value: "" },
    count: { type: Number, value: 0 },
  },
});
