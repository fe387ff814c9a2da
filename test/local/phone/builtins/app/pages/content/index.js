const { note } = require("../../utils/notes.js");

Page({
  note,
  data: {
    words: "a  b\nc &lt;&nbsp;&amp;",
    src: "/assets/dot.png",
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
