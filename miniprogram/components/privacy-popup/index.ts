import { hidePrivacyPopup, type PrivacyPopup, showPrivacyPopup } from "../../services/privacy";

/** WeChat checks that the button with this id was tapped. */
const agreeButton = "agree-to-privacy";

type Waiting = { waiting: Parameters<PrivacyPopup>[0][]; popup: PrivacyPopup };

/** Asks for consent to the privacy guideline. Belongs on every page that touches photos or the clipboard. */
Component({
  properties: {
    /** What becomes of what is given, in a sentence. */
    words: { type: String, value: "照片只用来证明您做过的事，由审核的人查看，不会公开。" },
  },
  data: { open: false, agreeButton },
  lifetimes: {
    attached() {
      const own = this as typeof this & Waiting;
      own.waiting = [];
      own.popup = (answer) => {
        own.waiting.push(answer);
        answer({ event: "exposureAuthorization" });
        this.setData({ open: true });
      };
      showPrivacyPopup(own.popup);
    },
    detached() {
      const own = this as typeof this & Waiting;
      this.decide({ event: "disagree" });
      hidePrivacyPopup(own.popup);
    },
  },
  pageLifetimes: {
    show() {
      showPrivacyPopup((this as typeof this & Waiting).popup);
    },
    hide() {
      hidePrivacyPopup((this as typeof this & Waiting).popup);
    },
  },
  methods: {
    read() {
      wx.openPrivacyContract({});
    },
    agree() {
      this.decide({ event: "agree", buttonId: agreeButton });
    },
    disagree() {
      this.decide({ event: "disagree" });
    },
    decide(decision: WechatMiniprogram.PrivacyAnswer) {
      const { waiting } = this as typeof this & Waiting;
      for (const answer of waiting.splice(0)) answer(decision);
      this.setData({ open: false });
    },
  },
});
