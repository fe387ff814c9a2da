const { note } = require("../../utils/notes.js");

const place = (longitude, latitude) => ({ longitude, latitude });

Page({
  note,
  data: {
    scale: 16,
    deep: false,
    points: [],
    polygons: [
      {
        points: [place(120.619, 31.019), place(120.621, 31.019), place(120.621, 31.021)],
        strokeColor: "#010203ff",
        strokeWidth: 3,
        fillColor: "#01020380",
        dashArray: [8, 4],
      },
    ],
    markers: [
      {
        ...place(120.6205, 31.0205),
        id: 7,
        iconPath: "/assets/dot.png",
        width: 20,
        height: 20,
        anchor: { x: 0.5, y: 0.5 },
        callout: { content: "一号", display: "ALWAYS", padding: 4, bgColor: "#ffffff" },
        label: { content: "牌子", anchorX: 30, anchorY: 10 },
      },
    ],
  },
});
