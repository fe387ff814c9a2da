import { openSignIn } from "../../services/openSignIn";

/**
 * What a page shows instead of its content: that it is coming, that there is none, or why it did not
 * come. Without account the way on is to sign in; otherwise it is to try again (event `retry`).
 * An empty page may offer a way on in the slot.
 */
Component({
  properties: {
    /** "loading", "empty" or "failed" */
    kind: { type: String, value: "loading" },
    /** What to read when empty or failed. */
    sentence: { type: String, value: "" },
    /** The code of a failure: it decides the way on. */
    code: { type: String, value: "" },
    /** Shown small under a failure of the system, for a picture of the screen. */
    traceId: { type: String, value: "" },
  },
  methods: {
    retry() {
      this.triggerEvent("retry");
    },
    signIn() {
      openSignIn();
    },
  },
});
