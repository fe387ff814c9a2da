/** Points as text with their unit: `<points-text text="3,182" />`; `size` "row", "large" or "figure". */
Component({
  properties: {
    text: { type: String, value: "" },
    size: { type: String, value: "row" },
  },
});
