/** Numbers packed into bits, the bits into base64: the lexicon's transport. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export class BitWriter {
  #text = '';
  #pending = 0;
  #count = 0;

  write(value: number, bits: number): void {
    for (let bit = bits - 1; bit >= 0; bit--) {
      this.#pending = (this.#pending << 1) | (Math.floor(value / 2 ** bit) & 1);
      if (++this.#count === 6) this.#flush();
    }
  }

  /** Golomb–Rice: what exceeds `bits` bits in unary, the rest as it is. Short for values near 2^bits. */
  writeRice(value: number, bits: number): void {
    for (let n = Math.floor(value / 2 ** bits); n > 0; n--) this.write(1, 1);
    this.write(0, 1);
    this.write(value % 2 ** bits, bits);
  }

  finish(): string {
    while (this.#count > 0) this.write(0, 1);
    return this.#text;
  }

  #flush(): void {
    this.#text += LETTERS[this.#pending];
    this.#pending = this.#count = 0;
  }
}

export interface BitReader {
  read(bits: number): number;
  rice(bits: number): number;
}

/** Reads six bits at a time, a letter of the text: a page opens its tables before the code is compiled. */
export function bitReader(text: string): BitReader {
  let position = 0;
  /** What is left of the current letter: its last `left` bits. */
  let letter = 0;
  let left = 0;
  const next = () => {
    const code = text.charCodeAt(position++);
    letter = code > 96 ? code - 71 : code > 94 ? 63 : code > 64 ? code - 65 : code > 47 ? code + 4 : 62;
    left = 6;
  };
  const read = (bits: number) => {
    let value = 0;
    let wanted = bits;
    while (wanted > 0) {
      if (left === 0) next();
      const taken = Math.min(wanted, left);
      left -= taken;
      wanted -= taken;
      value = value * (1 << taken) + (letter >> left);
      letter &= (1 << left) - 1;
    }
    return value;
  };
  return {
    read,
    rice(bits) {
      let high = 0;
      for (;;) {
        if (left === 0) next();
        // Ones from the top of what is left up to the first zero.
        const ones = Math.min(left, Math.clz32(~(letter << (32 - left))));
        high += ones;
        left -= ones;
        letter &= (1 << left) - 1;
        if (left > 0) break;
      }
      left--;
      return high * 2 ** bits + read(bits);
    },
  };
}

/** The parameter under which Rice codes of `count` values spread evenly below 2^`bits` are shortest. */
export const riceBits = (count: number, bits: number): number =>
  Math.max(0, bits - 1 - Math.round(Math.log2(Math.max(1, count) / Math.LN2 / 2) + 0.03));
