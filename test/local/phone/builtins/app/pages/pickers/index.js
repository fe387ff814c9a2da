const { note } = require("../../utils/notes.js");

const towns = [
  ["东乡", "西乡"],
  ["甲村", "乙村", "丙村"],
];

Page({
  note,
  data: {
    names: [{ name: "张三" }, { name: "李四" }, { name: "王五" }],
    towns,
    chosen: [0, 0],
    places: ["一", "二", "三", "四"],
    value: [1, 0],
  },
  columnChanged(event) {
    note(event);
    if (event.detail.column === 0) this.setData({ "towns[1]": ["丁村", "戊村"] });
  },
});
