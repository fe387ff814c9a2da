export const plus = (count: number): number => count + 1;
