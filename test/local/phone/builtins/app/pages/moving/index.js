const { note } = require("../../utils/notes.js");

Page({
  note,
  data: {
    rows: Array.from({ length: 20 }, (_, at) => at),
    into: "",
    top: 0,
    refreshing: false,
    slides: ["一", "二", "三"],
    current: 0,
    circular: false,
    autoplay: false,
  },
});
