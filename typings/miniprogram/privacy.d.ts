/** miniprogram-api-typings knows `wx.onNeedPrivacyAuthorization` without the arguments of its listener. */
declare namespace WechatMiniprogram {
  type PrivacyAnswer = Readonly<
    | { event: "agree"; buttonId: string }
    | { event: "disagree" }
    /** The popup has come into view. */
    | { event: "exposureAuthorization" }
  >;

  interface Wx {
    onNeedPrivacyAuthorization(
      listener: (resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void,
    ): void;
  }
}
