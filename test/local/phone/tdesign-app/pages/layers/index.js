import Toast from "tdesign-miniprogram/toast/index";

Page({
  data: {
    open: {},
    answer: "",
    options: ["a", "b", "c"].map((value) => ({ label: `项 ${value}`, value })),
  },
  open({ currentTarget }) {
    this.setData({ open: { [currentTarget.dataset.name]: true } });
  },
  close() {
    this.setData({ open: {} });
  },
  confirm() {
    this.setData({ open: {}, answer: "确定了" });
  },
  pick({ detail }) {
    this.setData({ open: {}, answer: JSON.stringify(detail.value) });
  },
  pickItem({ detail }) {
    this.setData({ open: {}, answer: detail.selected });
  },
  toast() {
    Toast({ context: this, selector: "#t-toast", message: "好了", theme: "success" });
  },
});
