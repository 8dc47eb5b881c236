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

export function bitReader(text: string): BitReader {
  let position = 0;
  const bit = () => {
    const code = text.charCodeAt(Math.floor(position / 6));
    const value = code > 96 ? code - 71 : code > 94 ? 63 : code > 64 ? code - 65 : code > 47 ? code + 4 : 62;
    return (value >> (5 - (position++ % 6))) & 1;
  };
  const read = (bits: number) => {
    let value = 0;
    while (bits-- > 0) value = value * 2 + bit();
    return value;
  };
  return {
    read,
    rice(bits) {
      let high = 0;
      while (bit()) high++;
      return high * 2 ** bits + read(bits);
    },
  };
}

/** The parameter under which Rice codes of `count` values spread evenly below 2^`bits` are shortest. */
export const riceBits = (count: number, bits: number): number =>
  Math.max(0, bits - 1 - Math.round(Math.log2(Math.max(1, count) / Math.LN2 / 2) + 0.03));
