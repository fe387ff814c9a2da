const { lifeOf } = require("../../utils/life");
const { note } = require("../../utils/notes");

const rows = (count) => Array.from({ length: count }, (_, index) => index + 1);

Page({
  ...lifeOf("list"),
  data: { rows: rows(30) },
  onPullDownRefresh() {
    note("list onPullDownRefresh");
  },
  onReachBottom() {
    note(`list onReachBottom ${this.data.rows.length}`);
    this.setData({ rows: rows(this.data.rows.length + 30) });
  },
  onPageScroll({ scrollTop }) {
    this.scrollTop = scrollTop;
  },
  onShareAppMessage({ from }) {
    note(`list onShareAppMessage ${from}`);
    return {
      title: "看这个列表",
      promise: Promise.resolve({ path: "/pages/list/index?shared=1" }),
    };
  },
});
