/** Back to where the person came from; a page opened from a message or a card leads to the home page. */
export function leave(): void {
  if (getCurrentPages().length > 1) void wx.navigateBack();
  else void wx.switchTab({ url: "/pages/home/index" });
}
