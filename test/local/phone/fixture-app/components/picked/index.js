Component({
  behaviors: ["wx://form-field"],
  properties: { items: Array },
});
