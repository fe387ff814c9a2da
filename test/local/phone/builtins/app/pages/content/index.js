const { note } = require("../../utils/notes.js");

Page({
  note,
  data: {
    words: "a  b\nc &lt;&nbsp;&amp;",
    src: "/assets/dot.png",
    // <svg xmlns="…" width="8" height="4"><path d="M0 0h8v4H0z"/></svg>
    svg: "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI4IiBoZWlnaHQ9IjQiPjxwYXRoIGQ9Ik0wIDBoOHY0SDB6Ii8+PC9zdmc+",
    percent: 40,
    nodes: [
      {
        name: "div",
        attrs: { class: "rich", style: "color: rgb(4, 5, 6)", onclick: "alert(1)" },
        children: [
          { type: "text", text: "1 &lt; 2" },
          { name: "script", children: [] },
        ],
      },
    ],
    html: '<p style="color: red" onclick="x()">p<img src="/phone/app/assets/dot.png" onerror="x()"></p><iframe></iframe>',
  },
});
