const { note } = require("../../utils/notes");

const noted = (names) =>
  Object.fromEntries(names.map((name) => [name, () => note(`component ${name}`)]));

Component({
  lifetimes: noted(["created", "attached", "ready", "detached"]),
  pageLifetimes: noted(["show", "hide"]),
});
