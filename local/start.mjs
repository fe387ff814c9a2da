// What `npm start` runs. Plain JavaScript that an old Node can read, so that it can say what is wrong.
const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`Passbook needs Node 20 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
import("tsx/esm/api").then(({ register }) => {
  register();
  return import("./start.ts");
});
