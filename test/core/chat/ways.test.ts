import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command, Why } from "../../../core/chat/command.ts";
import { shortly } from "./support.ts";

/** The ways to say each thing, as the secretaries' rulebook would list them. */

/** @param lines ways to say it, parted by " | " */
function means(command: Command | Why | "unclear", ...lines: readonly string[]): void {
  for (const way of lines.flatMap((line) => line.split(" | ")))
    assert.deepEqual(shortly(way), command, way);
}

const approve = (...numbers: number[]) => ({ kind: "approve", numbers }) as const;
const back = (reason: string, number = 3) => ({ kind: "return", number, reason }) as const;

test("what waits is asked for, and the next five", () => {
  means({ kind: "todo", page: "first" }, "待办 | 待辦 |  待办。 | 待审核 | 查看待办 | 请看待办");
  means({ kind: "todo", page: "next" }, "更多 | 下一页 | 下一頁 | 看更多 | 待办，更多");
});

test("one of the list is opened by its number", () => {
  means({ kind: "show", number: 2 }, "看 2 | 看2 | 看第二个 | 看看2号 | 查看2 | 打開第2条 | 2详情");
  means({ kind: "show", number: 12 }, "看12 | 看１２ | 看十二 | 看⑫ | 看 012");
});

test("one is approved by a verb and its number, in either order", () => {
  means(approve(2), "通过 2 | 通过2 | 通過２ | 通过二 | 通过两 | 通过第2个 | 通过第二条");
  means(approve(2), "2通过 | 2号通过 | 二號通過 | 第二个通过 | 把2通过 | 第2个 通过");
  means(approve(2), "审核通过2 | 同意2 | 批准 2 | 2同意 | 批準2 | 确认通过2 | “通过 2”");
  means(approve(12), "通过十二 | 通过第十二个 | 12号通过");
});

test("several are approved with any separator, as a range, or as the first so many", () => {
  means(approve(1, 3, 5), "通过 1 3 5 | 通过1,3，5 | 1、3、5通过 | 1 3 5 通过 | 一、三、五通过");
  means(
    approve(1, 3, 5),
    "①③⑤通过 | 1和3和5都通过 | 1、3、5全部通过 | 第1、3、5个通过 | 通过1\n3\n5",
  );
  means(approve(1, 3), "1、3、通过 | 1和3通过 | 通过第1个和第3个 | 通过1跟3 | 通过1號與3號");
  means(
    approve(1, 2, 3),
    "1-3通过 | 通过1到3 | 通过第1到第3个 | 通过一至三 | 通过 1～3 | 第1—3条通过",
  );
  means(approve(1, 2, 3), "前3个通过 | 前三个都通过 | 通过前3条 | 通过1 2-3 2");
});

test("manners before and after change nothing", () => {
  means(
    approve(2),
    "请通过2 | 通过2吧 | 2通过了 | 好的，通过2 | 通过2，谢谢！ | 麻烦通过一下2 | 2也通过",
  );
});

test("all are approved only with the word for all and a verb", () => {
  means(
    { kind: "approveAll" },
    "全部通过 | 全部通過 | 通过全部 | 都通过 | 全都同意 | 全部都批准吧",
  );
  means("unclear", "全部 | 都好 | 其余通过 | 除了2全部通过 | 全部通过除了2 | 大家都同意");
});

test("a question is answered by 确认 or 取消, and by nothing less", () => {
  means({ kind: "confirm" }, "确认 | 確認 | 确定 | 确认通过 | 确认全部通过");
  means({ kind: "cancel" }, "取消 | 算了 | 不要 | 取消吧");
  means("unclear", "不确认 | 确认吗 | 是 | 好的 | 确认 2 | 取消 2");
});

test("the higher grade has its own word", () => {
  means({ kind: "major", numbers: [2] }, "重大 2 | 2重大 | 2号按重大通过 | 重大贡献2 | 通过2重大");
  means({ kind: "major", numbers: [1, 3] }, "重大 1 3 | 1和3都重大");
  means("unclear", "全部重大 | 重大全部通过");
});

test("one is returned with its number and a reason, which is kept as it was written", () => {
  means(
    back("照片看不清"),
    "退回 3 照片看不清 | 退回3照片看不清 | 3退回，照片看不清 | 第三個退回照片看不清",
  );
  means(
    back("照片看不清"),
    "退回3，原因：照片看不清 | 打回 3：照片看不清 | 驳回第3个,因为照片看不清",
    "请把3退回：照片看不清",
  );
  means(back("日期不對，ＡＢ  再写"), "退回 3 日期不對，ＡＢ  再写 ");
  means(back("5月没有活动"), "退回3 5月没有活动 | 退回3：5月没有活动");
  means(back("这是哪天的？"), "退回3：这是哪天的？");
  means(back("不算重大贡献"), "退回3 不算重大贡献");
  means(back("没经支部同意"), "退回3 没经支部同意");
  means(back("日期不对"), "退回3日期不对 | 退回 3 日期不对 | 退回3，日期不对");
  means(back("照片看不清"), "退回：3，照片看不清 | 退回3了，照片看不清 | 退回3、照片看不清");
  means(back("和2号重复吗？"), "退回 3：和2号重复吗？ | 3退回，因为和2号重复吗？");
  means(back("了解不够"), "退回3了解不够");
  means(back("个人信息不全"), "退回3 个人信息不全 | 3退回个人信息不全");
});

test("不通过, 不同意 and 不批准 return, and need a reason like any return", () => {
  means(back("照片看不清"), "不通过 3 照片看不清 | 3不同意，照片看不清 | 不批准第3个 照片看不清");
  means("reason_missing", "不通过 3 | 3不同意 | 不批准3吧");
  means("number_missing", "不通过 | 不同意。");
});

test("the rest is said in one word", () => {
  means({ kind: "undo" }, "撤销 | 撤銷 | 撤回 | 撤销吧");
  means({ kind: "board" }, "榜 | 积分榜 | 看榜 | 排行榜");
  means({ kind: "points" }, "积分 | 積分 | 我的积分 | 查看积分");
  means({ kind: "posts" }, "我的岗位 | 我的崗位 | 岗位");
  means({ kind: "submit" }, "申报 | 申報 | 我要申报");
  means({ kind: "help" }, "帮助 | 幫助 | 怎么用 | HELP | ｈｅｌｐ");
});

test("consent without a verb is no approval", () => {
  means(
    "unclear",
    "2 | 二 | 1 3 5 | 第2个 | 好 | 好的 | 嗯 | OK | ok 2 | 👍 | 2👍 | 可以 | 行",
    "",
  );
});

test("a denied approval approves nothing", () => {
  means("negated", "别通过2 | 没通过2 | 未通过 2 | 先别通过2 | 通过不了2 | 別通過2 | 不能通过2");
  means("unclear", "暂不通过2 | 不要通过2 | 取消通过2 | 拒绝通过2 | 除了2都通过");
});

test("a question decides nothing", () => {
  means(
    "question",
    "通过了吗 | 能通过吗? | 2通过了没有 | 通过2吗？ | 2通过呢 | 2通過嗎 | 重大2？",
    "全部通过？",
  );
  means("question", "通过2不 | 退回3行吗 | 退回3 是不是照片看不清？");
  means("unclear", "要不要通过2 | 通不通过2 | 可不可以通过2 | 撤销吗");
});

test("two decisions in one message are refused whole", () => {
  means(
    "mixed",
    "通过1 退回2 照片看不清 | 退回2 照片看不清 通过1 | 退回2 照片看不清，其余通过",
    "1通过2退回",
  );
  means(
    "mixed",
    "退回2 照片看不清 退回3 日期不对 | 不通过3通过2 | 2退回 5 照片看不清",
    "退回3 照片看不清 4也退回",
  );
  means("unclear", "通过1 看2 | 通过1 通过2");
});

test("half a command is told what is missing", () => {
  means("number_missing", "通过 | 同意吧 | 看 | 重大 | 退回 | 退回 照片看不清");
  means("reason_missing", "退回 3 | 第三个退回 | 退回3： | 退回3了 | 退回3 因为 | 退回3 没有");
  means("number_missing", "退回3月的申报 | 退回第3次的照片");
  means(
    "one_at_a_time",
    "看 2 3 | 退回 2 3 照片看不清 | 退回3 和2号重复 | 退回 2-3 照片看不清",
    "全部退回 照片看不清",
  );
  means("undo_stands_alone", "撤销 2 | 2撤销 | 撤销通过2 | 撤销全部");
});

test("a number that is none is refused, and never read in part", () => {
  means(
    "number_unreadable",
    "通过 0 | 通过1000 | 通过1.5 | 一三五通过 | 通过3-1 | 通过 2 0 | 重大 1.5",
    "2、3两个通过",
  );
  means("too_many_numbers", "通过1-21 | 通过1-999 | 通过1-15 16-30");
  means("unclear", "从3通过 | 1到通过 | 通过2/3 | 通过-2 | 通过2万 | 通过５％");
});

test("how many is not which: a count is asked back, an amount is not understood", () => {
  means(
    "number_is_count",
    "通过2个 | 通过两条 | 3条全部通过 | 2、3，两个都通过 | 第1，3，5个通过 | 看2个",
  );
  means("unclear", "5月1日通过 | 三人通过 | 张三的通过 | 王二通过 | 第一次通过");
});
