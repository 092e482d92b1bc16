import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { lossScales } from '../../experiment/core/types';
import { CurvaturePlot } from '../../plots/lines/CurvaturePlot';
import { useAnalyses } from '../../workbench/requests/analysisStore';
import { useResults } from '../../workbench/stores/resultStore';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { scrubTo, useLastStep, useStep } from '../../workbench/playback/transport';
import { Segments } from '../controls/lists/Segments';
import { Described } from '../inWords/Described';
import { withLateMessages } from '../late/LateMessages';
import { useHidesFuture, useHovered } from '../shared/hovered';
import { useRunStyles, useSelected } from '../shared/runs';
import { useProse } from '../shared/useProse';
import EdgeLegend from './EdgeLegend';
import Why from './Why';
import './curvatureTab.css';
import '../figures/figure.css';

function Words({ run }: { readonly run: number }) {
  const t = useTranslations('curvature');
  const write = useProse();
  const edge = useAnalyses((analyses) => analyses[run]?.edge);
  const style = useRunStyles()[run];
  return (
    // It scrolls where the window is low.
    <div className="curvature-words" tabIndex={0} role="group" aria-label={style?.label}>
      <strong>{style?.label}</strong>
      <Why run={run} />
      <EdgeLegend />
      {edge?.eigenvalues && (
        <p>
          {t(edge.at, { point: edge.point.map((value) => write(value, 4)).join(', ') })}{' '}
          {t(edge.curvature === 'hessian' && edge.penalty > 0 ? 'penalized' : edge.curvature, {
            values: edge.eigenvalues.map((value) => write(value, 4)).join(', '),
          })}{' '}
          {edge.free && t('frozen')}
        </p>
      )}
      <p className="soft">{t('about')}</p>
    </div>
  );
}

/** The largest curvature along every path, with the curvature limit of its rate. */
export default withLateMessages(function CurvatureTab() {
  const t = useTranslations('curvature');
  const words = useTranslations('loss');
  const scale = useScreen((state) => state.curvature);
  const analyses = useAnalyses((all) => all);
  const selected = useSelected();
  const styles = useRunStyles();
  const paths = useMemo(() => styles.map((_, run) => analyses[run]?.path ?? null), [analyses, styles]);
  const framing = useScreen((state) => state.framing);
  const trace = useResults((state) => state.trace);
  return (
    <div className="curvature">
      <figure className="curvature-figure">
        <figcaption className="figure-caption">
          <span>
            {t('title')} <span className="limit-sign" aria-hidden="true" /> {t('limit')}
          </span>
          <Segments
            label={t('scale')}
            value={scale}
            options={lossScales.map((value) => ({ value, label: words(value) }))}
            onChange={(chosen) => setScreen({ curvature: chosen === 'log' ? 'log' : 'linear' })}
          />
        </figcaption>
        <div className="curvature-plot">
          <Described of="curvature" shows={{ paths, styles, scale }}>
            <CurvaturePlot
              paths={paths}
              trace={trace}
              framing={framing}
              limitLabel={t('limit')}
              last={useLastStep()}
              styles={styles}
              selected={selected}
              step={useStep()}
              hidesFuture={useHidesFuture()}
              hovered={useHovered()}
              onHover={(at) => setScreen({ hovered: at })}
              onStep={scrubTo}
              scale={scale}
            />
          </Described>
        </div>
      </figure>
      <Words run={selected} />
    </div>
  );
});
