const { note } = require("./utils/notes");

App({
  globalData: { greeting: "你好" },
  onLaunch(options) {
    note(`app launch ${options.path}`);
  },
  onShow() {
    note("app show");
  },
  onHide() {
    note("app hide");
  },
  onError(text) {
    note(`app error ${text.split("\n")[0]}`);
  },
  onUnhandledRejection({ reason }) {
    note(`app rejection ${reason.message}`);
  },
  onPageNotFound({ path }) {
    note(`app page not found ${path}`);
  },
});
