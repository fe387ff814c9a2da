/**
 * WeChat's units in the browser's own: `rpx` is 1/750 of the phone's width, and `vh` measures the page's
 * window between the bars, which is a size container here, so both need no variable and no script.
 */
const unit = /(?<![\w#-])(-?(?:\d+\.?\d*|\.\d+))(rpx|vh)\b/gi;

/** Text of CSS, or of a style attribute, with its units translated. */
export function translateUnits(css: string): string {
  if (!/rpx|vh/i.test(css)) return css;
  return css.replace(unit, (_, number: string, name: string) =>
    name.toLowerCase() === "rpx" ? `${round(Number(number) / 7.5)}vw` : `${number}cqh`,
  );
}

/** Six digits, away from zero: a border a hair thinner than 2 pixels would be drawn with 1. */
function round(value: number): number {
  return (Math.sign(value) * Math.ceil(Math.abs(value) * 1e6 - 1e-6)) / 1e6;
}
