const { randomUUID } = require("node:crypto");
const { readdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

let running = 0;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Answers how many calls this instance runs at once. With `expects`, it first waits until so many
 * calls, this one included, have left a file in `folder`.
 */
exports.main = async ({ folder, expects = 0 }) => {
  running++;
  if (expects > 0) writeFileSync(join(folder, randomUUID()), "");
  do await pause(10);
  while (expects > 0 && readdirSync(folder).length < expects);
  return running--;
};
