/** A model of meaning, as those who use it see it: sentences in, vectors out. Who has none compares words. */
export type ModelInput = {
  readonly text: string;
  /** What stands before the sentence. It bends the vector; it is not what is compared. */
  readonly context?: string;
};

export type SentenceModel = {
  /** Vectors of different models must never be compared. */
  readonly id: string;
  readonly dimensions: number;
  /**
   * One vector of length 1 for each input, in order. The same input gives the same vector, to the last bit, whatever
   * is asked beside it and on whatever device. Rejects with the signal's reason when it aborts.
   */
  readonly encode: (inputs: readonly ModelInput[], signal?: AbortSignal) => Promise<Float32Array[]>;
};

/** A vector as it is kept: component i is about `values[i] * scale`. */
export type StoredVector = {
  /** Id of the model that it is of. */
  readonly model: string;
  readonly values: Int8Array;
  readonly scale: number;
};

/** Vectors of length 1 kept as bytes, a quarter of the memory. */
export type PackedVectors = {
  readonly dimensions: number;
  readonly count: number;
  /** Row by row. */
  readonly values: Int8Array;
  /** What a row's bytes are to be multiplied with. */
  readonly scales: Float32Array;
};
