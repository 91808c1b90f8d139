/**
 * The QR code of a short text (ISO/IEC 18004), as rows of dark squares: version 3, 29 × 29, error correction M, which is
 * room for 61 capitals, figures and some signs, read also where a seventh of it is scratched. One size, one mask and no
 * choices: the tags at the doors all hold an id. Our own since nothing else of a QR library would be used.
 *
 * @throws Error for a text that is too long, or has other signs
 */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  const squares = emptySquares();
  drawPatterns(squares);
  const bits = [...withCorrection(dataWords(text))].flatMap((word) => bitsOf(word, 8));
  drawBits(squares, bits);
  return squares.map((row) => row.map((square) => square === true));
}

const SIZE = 29;
const [DATA_WORDS, CORRECTION_WORDS] = [44, 26];
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** Error correction M and mask 0, with their own correction bits (ISO/IEC 18004, table C.1). */
const FORMAT_BITS = 0x5412;

/** Dark, light, or not drawn yet. */
type Squares = (boolean | null)[][];

const emptySquares = (): Squares => Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, () => null));

/** The text in alphanumeric mode, filled up to the words of the version. */
function dataWords(text: string): readonly number[] {
  const signs = [...text].map((sign) => SIGNS.indexOf(sign));
  if (signs.includes(-1)) throw new Error('a QR tag holds capitals and figures only');
  const bits = [...bitsOf(0b0010, 4), ...bitsOf(signs.length, 9)];
  for (let at = 0; at < signs.length; at += 2) {
    const [first = 0, second] = signs.slice(at, at + 2);
    bits.push(...(second === undefined ? bitsOf(first, 6) : bitsOf(first * 45 + second, 11)));
  }
  if (bits.length > DATA_WORDS * 8) throw new Error('the text is too long for a QR tag');
  bits.push(...[false, false, false, false].slice(0, DATA_WORDS * 8 - bits.length));
  while (bits.length % 8 > 0) bits.push(false);
  const words = Array.from({ length: bits.length / 8 }, (_, at) => numberOf(bits.slice(at * 8, at * 8 + 8)));
  for (let fill = 0; words.length < DATA_WORDS; fill += 1) words.push(fill % 2 === 0 ? 0xec : 0x11);
  return words;
}

const bitsOf = (value: number, count: number): boolean[] =>
  Array.from({ length: count }, (_, at) => ((value >>> (count - 1 - at)) & 1) === 1);

const numberOf = (bits: readonly boolean[]): number => bits.reduce((sum, bit) => sum * 2 + Number(bit), 0);

/** The words with the remainder of their division by the generator (Reed–Solomon over GF(256), 0x11d). */
function withCorrection(words: readonly number[]): readonly number[] {
  const generator = generatorOf(CORRECTION_WORDS);
  const rest = Array.from({ length: CORRECTION_WORDS }, () => 0);
  for (const word of words) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    generator.forEach((coefficient, at) => (rest[at] = (rest[at] ?? 0) ^ product(coefficient, factor)));
  }
  return [...words, ...rest];
}

/** Coefficients below the leading one of (x − 2⁰)(x − 2¹) … */
function generatorOf(degree: number): readonly number[] {
  const result = Array.from({ length: degree }, (_, at) => Number(at === degree - 1));
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) result[at] = product(result[at] ?? 0, root) ^ (result[at + 1] ?? 0);
    root = product(root, 2);
  }
  return result;
}

function product(a: number, b: number): number {
  let result = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d);
    result ^= ((b >>> bit) & 1) * a;
  }
  return result;
}

function drawPatterns(squares: Squares): void {
  for (let at = 0; at < SIZE; at += 1) {
    put(squares, 6, at, at % 2 === 0);
    put(squares, at, 6, at % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [SIZE - 4, 3],
    [3, SIZE - 4],
  ] as const)
    drawRings(squares, x, y, 4, [2, 4]);
  drawRings(squares, 22, 22, 2, [1]);
  drawFormat(squares);
}

/** A square of rings round its middle; those at the `light` distances are light. */
function drawRings(squares: Squares, x: number, y: number, reach: number, light: readonly number[]): void {
  for (let down = -reach; down <= reach; down += 1) {
    for (let across = -reach; across <= reach; across += 1) {
      put(squares, x + across, y + down, !light.includes(Math.max(Math.abs(across), Math.abs(down))));
    }
  }
}

/** Twice, beside the finders: a reader learns from it how to read the rest. */
function drawFormat(squares: Squares): void {
  const bit = (at: number): boolean => ((FORMAT_BITS >>> at) & 1) === 1;
  for (let at = 0; at <= 5; at += 1) put(squares, 8, at, bit(at));
  put(squares, 8, 7, bit(6));
  put(squares, 8, 8, bit(7));
  put(squares, 7, 8, bit(8));
  for (let at = 9; at < 15; at += 1) put(squares, 14 - at, 8, bit(at));
  for (let at = 0; at < 8; at += 1) put(squares, SIZE - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at += 1) put(squares, 8, SIZE - 15 + at, bit(at));
  put(squares, 8, SIZE - 8, true);
}

/** Two columns at a time from the right, up and down in turn, in what the patterns have left; mask 0 turns every other. */
function drawBits(squares: Squares, bits: readonly boolean[]): void {
  let at = 0;
  for (let right = SIZE - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < SIZE; step += 1) {
      const isUpwards = ((right + 1) & 2) === 0;
      const y = isUpwards ? SIZE - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (squares[y]?.[x] !== null) continue;
        put(squares, x, y, (bits[at] ?? false) !== ((x + y) % 2 === 0));
        at += 1;
      }
    }
  }
}

function put(squares: Squares, x: number, y: number, isDark: boolean): void {
  const row = squares[y];
  if (row !== undefined && x >= 0 && x < SIZE) row[x] = isDark;
}
