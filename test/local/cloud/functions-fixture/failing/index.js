/** Fails in every way in which a function can; `how` says in which. */
const ways = {
  throws() {
    throw new Error("out of stamps");
  },
  throwsText() {
    throw "out of ink";
  },
  async rejects() {
    throw new TypeError("out of paper");
  },
  exits() {
    process.exit(0);
  },
  /** Nobody waits for the promise. */
  forgets() {
    Promise.reject(new Error("forgotten"));
    return new Promise(() => {});
  },
  throwsLater() {
    setTimeout(() => {
      throw new Error("later");
    }, 1);
    return new Promise(() => {});
  },
  /** Answers, and leaves something behind that fails. */
  leavesBehind() {
    setTimeout(() => {
      throw new Error("left behind");
    }, 30);
    return "answered";
  },
  answersCircle() {
    const circle = {};
    circle.self = circle;
    return circle;
  },
  answersMuch: ({ bytes }) => "x".repeat(bytes),
  answersNothing() {},
  eatsMemory() {
    const eaten = [];
    for (;;) eaten.push(new Array(1e6).fill(eaten.length));
  },
  async rests({ ms }) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return "rested";
  },
};

exports.main = (event) => ways[event.how](event);
