/** Numbers for values that many notes share, so that counting and comparing them is quick. */
export type CodeBook = {
  /** The same for the same value, from 0 on; a new one for a new value. */
  readonly codeOf: (value: string) => number;
  /** By code. */
  readonly values: readonly string[];
};

export function createCodeBook(): CodeBook {
  const codes = new Map<string, number>();
  const values: string[] = [];
  return {
    values,
    codeOf(value) {
      const known = codes.get(value);
      if (known !== undefined) return known;
      codes.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}
