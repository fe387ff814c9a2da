const { note } = require("../../utils/notes.js");

Page({
  note,
  data: {
    bound: "start",
    focused: false,
    off: true,
    busy: false,
    number: "12",
    tall: "",
    checked: false,
  },
  shout({ detail }) {
    note({ type: "input", currentTarget: { id: "shout" }, detail });
    return detail.value.toUpperCase();
  },
});
