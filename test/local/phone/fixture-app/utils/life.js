const { note } = require("./notes");

/** The life cycle of a page that notes each of its moments. */
function lifeOf(name) {
  const moments = ["onLoad", "onShow", "onReady", "onHide", "onUnload"];
  return Object.fromEntries(moments.map((moment) => [moment, () => note(`${name} ${moment}`)]));
}

module.exports = { lifeOf };
