import type { Contact, Group } from "../cloud/wechat/directory.ts";
import { branches, people, villagerOpenid } from "./village.ts";

/** Who is who in the demo's WeChat, and the group chats: each branch's, and one of the whole village. */
export const contacts: readonly Contact[] = [
  ...people.map(({ openid, name }) => ({ openid, name })),
  { openid: villagerOpenid, name: "村民（没有账号）" },
];

export const groups: readonly Group[] = [
  ...branches.map(({ ordinal, name }) => ({
    id: `branch-${ordinal}`,
    name: `${name}群（示例）`,
    members: people.filter(({ branch }) => branch === ordinal).map(({ openid }) => openid),
  })),
  { id: "village", name: "汤角村村民群（示例）" },
];
