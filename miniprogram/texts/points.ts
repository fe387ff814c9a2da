/** 318200 → "3,182", 250 → "2.5", -50 → "−0.5": integer hundredths as a villager reads them. */
export function pointsText(hundredths: number): string {
  const [whole = "0", part] = String(Math.abs(hundredths) / 100).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const amount = part ? `${grouped}.${part}` : grouped;
  return hundredths < 0 ? `−${amount}` : amount;
}

/** 300 → "+3": what one line added or took away. */
export const signedPointsText = (hundredths: number): string =>
  hundredths > 0 ? `+${pointsText(hundredths)}` : pointsText(hundredths);
