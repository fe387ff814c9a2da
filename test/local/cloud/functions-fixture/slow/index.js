/** Never answers; with `loops`, it does not even let go of its thread. */
exports.main = ({ loops }) => {
  console.log("started");
  while (loops);
  return new Promise(() => {});
};
