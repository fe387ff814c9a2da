/**
 * Which texts somebody means who types a few plain words: those that contain all of them; where none
 * does, those that share the most characters, and characters in a row, with what was typed. Words need
 * not be the rulebook's own: “扫河” finds “清扫河边”, and “开会” finds “参加会议”.
 * @returns for each text whether it is meant; all of them when nothing was typed
 */
export function matches(texts: readonly string[], typed: string): boolean[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const all = texts.map((text) => text.toLowerCase());
  const exact = all.map((text) => words.every((word) => text.includes(word)));
  if (exact.includes(true)) return exact;
  const pieces = words.flatMap(piecesOf);
  const alike = all.map((text) => pieces.filter((piece) => text.includes(piece)).length);
  const most = Math.max(0, ...alike);
  return alike.map((count) => most > 0 && count === most);
}

/** "扫河边" → 扫, 河, 边, 扫河, 河边 */
function piecesOf(word: string): string[] {
  const characters = [...word];
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return [...characters, ...pairs];
}
