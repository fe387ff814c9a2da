import type { Choice } from "../choice-field/index";

/** What is no longer in the registers. */
export type Ended = "household" | "resident" | "enterprise";

/** Why, as it is said at a door. */
export const endReasons: Readonly<Record<Ended, readonly Choice[]>> = {
  household: [
    { id: "moved", title: "搬走了" },
    { id: "demolished", title: "房子拆了" },
    { id: "mistake", title: "记错了" },
  ],
  resident: [
    { id: "moved", title: "离开了" },
    { id: "died", title: "过世了" },
    { id: "mistake", title: "记错了" },
  ],
  enterprise: [
    { id: "closed", title: "关门了" },
    { id: "moved", title: "搬走了" },
    { id: "mistake", title: "记错了" },
  ],
};

const hints: Readonly<Record<Ended, string>> = {
  household: "家里人也一起不在册，人数跟着减少。房子拆了、人还在村里的，请用“搬家”。",
  resident: "人数跟着减少，记过的内容都还查得到。",
  enterprise: "企业数跟着减少，记过的内容都还查得到。",
};

export const hintOf = (ended: Ended): string => hints[ended];
