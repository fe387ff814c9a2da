// A custom component that a form around it takes for a field.
Component({ behaviors: ["wx://form-field"], data: {} });
