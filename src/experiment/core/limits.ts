import { MAX_LENGTH } from '../../formula';

/** Inclusive limits of everything in an experiment that has no limits in the catalogue. */
export const limits = {
  runs: { min: 1, max: 8 },
  steps: { min: 1, max: 20_000 },
  epochs: { min: 1, max: 20_000 },
  /** Updates of one run over all its epochs. */
  updates: 20_000,
  /**
   * Records of four numbers in the visit table of a run, which lists its samples in the order of their visits over all
   * epochs: as many as the smallest textures hold.
   */
  visits: 2 ** 21,
  /** Rows of user data. */
  samples: { min: 2, max: 20_000 },
  batch: { min: 1, max: 20_000 },
  accumulate: { min: 1, max: 1_000 },
  /** Stages of a curriculum. */
  stages: { min: 1, max: 20 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  /** Numbers of a start, of user data and of a view. */
  coordinate: { min: -1e9, max: 1e9 },
  /** Parameters of a model of a data problem. */
  modelParameters: 64,
  /** Parameters of a typed loss. */
  parameters: { min: 1, max: 8 },
  /** Constants of a typed loss. */
  constants: { min: 0, max: 8 },
  formulaLength: MAX_LENGTH,
  nameLength: 24,
  /** Characters in the name of a column of user data. */
  columnName: 64,
  /** What a column of user data was divided by. */
  divisor: { min: 1, max: 1e308 },
  /** Characters in the name by which a link names user data. */
  userDataName: 40,
  /** Samples between two losses of the loss plot. */
  record: { min: 1, max: 1_000_000 },
  /** Direction in the plane of the view, in degrees. */
  angle: { min: -180, max: 180 },
  /** Pixels along a side of a sweep. */
  sweepSide: { min: 1, max: 512 },
  /** Updates of each run of a sweep. */
  sweepSteps: { min: 1, max: 2_000 },
  /** Visits of samples by one run of a sweep. A run is computed in one draw; a longer draw would block the page, and a graphics driver may abort it. */
  sweepVisits: 2 ** 19,
  /** Characters in what the sender of a link writes above it, and under that. */
  title: 80,
  note: 600,
  /** Characters in the fragment of a link; encodeLink never writes as many. */
  linkLength: 64_000,
  /** Pictures of a playlist. */
  playlistEntries: { min: 0, max: 200 },
  /** Characters in the name of a playlist and of each of its entries. */
  playlistName: 120,
  /** Complaints that are collected. */
  complaints: 100,
} as const;
