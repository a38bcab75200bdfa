/** Takes a folded text into its three-letter pieces, each once and by its number. */
export type ReadPieces = (folded: string) => number[];

/** A reader whose numbers mean the same in every text it reads; counted as PostgreSQL's pg_trgm counts, each word taken apart once. */
export function pieceReader(): ReadPieces {
  const numbers = new Map<string, number>();
  const words = new Map<string, number[]>();
  const lastSeen: number[] = [];
  let turn = 0;
  const numberOf = (piece: string) => {
    const known = numbers.get(piece);
    if (known === undefined) numbers.set(piece, numbers.size);
    return known ?? numbers.size - 1;
  };
  const piecesOf = (word: string) => {
    const known = words.get(word);
    if (known) return known;
    const letters = `  ${word} `;
    const pieces: number[] = [];
    for (let at = 0; at + 3 <= letters.length; at += 1) pieces.push(numberOf(letters.slice(at, at + 3)));
    words.set(word, pieces);
    return pieces;
  };
  return (own) => {
    turn += 1;
    const found: number[] = [];
    for (const word of own.split(" "))
      for (const piece of piecesOf(word)) {
        if (lastSeen[piece] !== turn) found.push(piece);
        lastSeen[piece] = turn;
      }
    return found;
  };
}
