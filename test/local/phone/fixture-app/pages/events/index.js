Page({
  data: { deep: { of: 1 }, level: "one", off: false, distance: 0 },
  seen: [],
  note({ type, target, currentTarget, mark, detail }) {
    this.seen.push({ type, place: currentTarget.dataset.place, from: target.id, mark, detail });
    this.last = { target, currentTarget };
  },
  capture() {
    this.seen.push("capture");
  },
  long({ type }) {
    this.seen.push(type);
  },
  dragged({ distance }) {
    this.setData({ distance });
  },
});
