import { answerPrivacyQuestions } from "./services/privacy";
import { startOutbox } from "./services/sending";

App({
  onLaunch() {
    // Without `env` it is the environment that this appid was given first: one installation has one.
    wx.cloud.init();
    answerPrivacyQuestions();
    startOutbox();
  },
});
