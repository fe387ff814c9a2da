import { dayText, fullDayText } from "../../texts/days";

/** "东浜 12-3号" */
export const placeText = ({ hamlet, door }: Readonly<{ hamlet: string; door: string }>): string =>
  `${hamlet} ${door}号`;

/** "9月3日" of this year, "2025年9月3日" of another. */
export const dayIn = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayText(day) : fullDayText(day);

export const visitedText = (visitedOn: string): string =>
  visitedOn === "" ? "还没走访过" : `上次走访 ${fullDayText(visitedOn)}`;
