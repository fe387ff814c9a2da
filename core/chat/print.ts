import type { Command } from "./command.ts";

/**
 * The one canonical way to write a command; reading it gives the command again. The colon keeps any
 * reason a reason, also one that begins with a number or asks something.
 */
export function print(command: Command): string {
  switch (command.kind) {
    case "todo":
      return command.page === "first" ? "待办" : "更多";
    case "show":
      return `看 ${command.number}`;
    case "approve":
      return `通过 ${command.numbers.join(" ")}`;
    case "major":
      return `重大 ${command.numbers.join(" ")}`;
    case "return":
      return `退回 ${command.number}：${command.reason}`;
    default:
      return plain[command.kind];
  }
}

type Plain = Exclude<Command["kind"], "todo" | "show" | "approve" | "major" | "return">;

const plain: Readonly<Record<Plain, string>> = {
  approveAll: "全部通过",
  confirm: "确认",
  cancel: "取消",
  undo: "撤销",
  board: "榜",
  points: "积分",
  posts: "我的岗位",
  submit: "申报",
  help: "帮助",
};
