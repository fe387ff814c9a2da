type Answer = (answer: WechatMiniprogram.PrivacyAnswer) => void;

/** The popup of the page that is seen: it asks, and answers once the person has decided. */
export type PrivacyPopup = (answer: Answer) => void;

let seen: PrivacyPopup | undefined;

/**
 * WeChat holds back what touches private things (photos, the clipboard) until the person has agreed to
 * the privacy guideline, and wants the app to ask. Called once, when the app starts.
 */
export function answerPrivacyQuestions(): void {
  wx.onNeedPrivacyAuthorization((answer: Answer) => {
    // Only pages with the popup use private things: a question elsewhere is refused, not left open.
    if (seen) seen(answer);
    else answer({ event: "disagree" });
  });
}

export function showPrivacyPopup(popup: PrivacyPopup): void {
  seen = popup;
}

export function hidePrivacyPopup(popup: PrivacyPopup): void {
  if (seen === popup) seen = undefined;
}
