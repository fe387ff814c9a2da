const { note } = require("../../utils/notes.js");

Page({ note, data: { moved: false } });
