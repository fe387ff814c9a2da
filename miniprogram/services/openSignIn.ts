export const openSignIn = (): void => {
  wx.navigateTo({ url: "/pages/sign-in/index" });
};
