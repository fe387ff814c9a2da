/** Asks before something that cannot be undone. @param yes at the most four characters */
export async function confirm(title: string, content: string, yes: string): Promise<boolean> {
  const { confirm: agreed } = await wx.showModal({
    title,
    content,
    confirmText: yes,
    cancelText: "再想想",
    confirmColor: "#b8282a",
  });
  return agreed;
}

/** Says why something was not done; the person reads it in peace and taps it away. */
export function explain(sentence: string): void {
  void wx.showModal({
    title: "没有办成",
    content: sentence,
    showCancel: false,
    confirmText: "知道了",
    confirmColor: "#b8282a",
  });
}

/** Says that something was done. */
export function announce(sentence: string): void {
  void wx.showToast({ title: sentence, icon: "none", duration: 2500 });
}
