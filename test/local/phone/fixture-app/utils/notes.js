const notes = [];

/** What happened, in order; tests read it with `readNotes`. */
function note(text) {
  notes.push(text);
}

/** The notes since the last reading. */
function readNotes() {
  return notes.splice(0);
}

// Tests run outside the app's modules and reach the notes through the App.
globalThis.readNotes = readNotes;

module.exports = { note };
