/** "2014-03-05" → "3月5日" */
export function dayText(day: string): string {
  const [, month, date] = day.split("-").map(Number);
  return `${month}月${date}日`;
}

/** "2014-03-05" → "2014年3月5日" */
export const fullDayText = (day: string): string => `${Number(day.slice(0, 4))}年${dayText(day)}`;

/** "03" → "3月" */
export const monthText = (month: string): string => `${Number(month)}月`;
