import { plus } from "../../utils/plus";

type Data = { count: number; items: { id: number; name: string }[] };
declare function Page(
  definition: object & ThisType<{ data: Data; setData(data: object): void }>,
): void;

const items: Data["items"] = [
  { id: 1, name: "甲" },
  { id: 2, name: "乙" },
];

Page({
  data: { count: 1, items, nick: "", extra: { value: { amount: 3 } } },
  more() {
    const count = plus(this.data.count);
    this.setData({ count, "items[0].name": `甲${count}`, "extra.value.amount": count * 3 });
  },
  onPick({ detail }: { detail: { number: number } }) {
    this.setData({ count: detail.number });
  },
});
