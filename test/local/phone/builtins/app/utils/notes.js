const notes = [];

/** Handlers named `note` keep what they were told; tests read it with `readEvents()`. */
function note({ type, currentTarget, detail, touches, changedTouches, target, mark }) {
  const from = target && { id: target.id, dataset: target.dataset };
  notes.push({ type, id: currentTarget.id, detail, touches, changedTouches, target: from, mark });
}

globalThis.readEvents = () => notes.splice(0);

module.exports = { note };
