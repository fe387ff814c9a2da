// A custom component whose button acts on the form around it.
Component({ behaviors: ["wx://form-field-button"] });
