/**
 * How something stands, in words; the colour only repeats them. `tone`: "waiting", "good", "returned"
 * or "quiet".
 */
Component({
  properties: {
    text: { type: String, value: "" },
    tone: { type: String, value: "quiet" },
  },
});
