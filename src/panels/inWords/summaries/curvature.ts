import type { CurvaturePlotProps } from '../../../plots/lines/types';
import type { Summarize } from '../summary';
import { lineCurves, lineSentences, lineTable, type StyledLine } from './lines';

export type CurvatureShown = Pick<CurvaturePlotProps, 'paths' | 'styles' | 'scale'>;

/** The largest curvature along every path, and the largest at which its rate is stable. */
export const summarizeCurvature: Summarize<CurvatureShown> = ({ paths, styles, scale }, aids) => {
  const { t } = aids;
  const runs = paths.flatMap((path, run) =>
    path ? [{ ...path, label: styles[run]?.label ?? '', style: styles[run] }] : [],
  );
  const curvatures = runs.map(({ label, style, rows, largest }): StyledLine => ({
    label,
    style,
    steps: rows,
    values: largest,
  }));
  const limits = runs.map(({ label, rows, limit }): StyledLine => ({
    label: t('inWords.limitOf', { label }),
    steps: rows,
    values: limit,
  }));
  const lines = curvatures.flatMap((line, i) => [line, ...limits.slice(i, i + 1)]);
  return {
    title: t('curvature.along'),
    sentences: lineSentences(lines, aids),
    table: lineTable(lines, t('curvature.along'), aids),
    curves: lineCurves(curvatures, scale, aids),
  };
};
