/** The sheet that is open; "" while none is. */
export type Sheet = "" | "followUp" | "move" | "end";

/** What is written about a need: that it got further, or that it is seen to. */
export const followUpSheets = {
  progress: {
    done: false,
    title: "办到哪一步了",
    hint: "写一句，下次来的人就知道。",
    reasons: ["已经报给村里", "已经联系好人", "在等回音"],
    action: "记下",
  },
  done: {
    done: true,
    title: "这件事办好了",
    hint: "写一句怎么办好的。办好以后不再提醒。",
    reasons: ["当场办好了", "村里办好了", "本人说解决了"],
    action: "办好了",
  },
};
