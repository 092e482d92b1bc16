import { MAX_LENGTH } from '../../formula';

/** Inclusive limits of everything in an experiment that the catalogue does not limit itself. */
export const limits = {
  runs: { min: 1, max: 8 },
  steps: { min: 1, max: 20_000 },
  epochs: { min: 1, max: 20_000 },
  /** Updates of one run over all its epochs. */
  updates: 20_000,
  /**
   * Samples in the order of their visit, in all epochs of a run whose updates do not see them all: groups of four numbers, as
   * many as the smallest textures hold.
   */
  visits: 2 ** 21,
  /** Rows of data given outright, and samples in a micro-batch. */
  samples: { min: 2, max: 20_000 },
  batch: { min: 1, max: 20_000 },
  accumulate: { min: 1, max: 1_000 },
  /** Of a curriculum. */
  stages: { min: 1, max: 20 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  /** Of a start point, of given data and of a view: room for every loss that float32 can tell apart. */
  coordinate: { min: -1e9, max: 1e9 },
  /** Of a model that is fitted to data. */
  modelParameters: 48,
  /** Of a typed loss. */
  parameters: { min: 1, max: 2 },
  formulaLength: MAX_LENGTH,
  nameLength: 24,
  /** Characters of the name of a column of given data. */
  columnName: 64,
  /** Samples between two losses that are shown: as many as a run can see. */
  record: { min: 1, max: 1_000_000 },
  /** Of a direction in the plane of the view, in degrees. */
  angle: { min: -180, max: 180 },
  /** Pixels along a side of a sweep. */
  sweepSide: { min: 1, max: 512 },
  /** Updates of each of the thousands of runs of a sweep. */
  sweepSteps: { min: 1, max: 2_000 },
  /** Visits of samples in all epochs of a run of a sweep, which is made in one draw: more would hold up the page, and a graphics driver may give up. */
  sweepVisits: 2 ** 19,
  /** Characters of a link's fragment: more than the longest that encodeLink writes. */
  linkLength: 24_000,
  /** Complaints that are listed; one bad file needs no ten thousand. */
  complaints: 100,
} as const;
