import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { isMethod } from '../../catalogue';
import { LossPlot } from '../../plots';
import type { Trace } from '../../engine/trace/types';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useResults } from '../../workbench/stores/resultStore';
import { lossAxes, lossAxesFor, lossScales } from '../../experiment/core/types';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { useStyledLogs } from '../shared/logs';
import { useStepAxisProps, useHasData } from '../shared/stepAxis';
import { Described } from '../inWords/Described';
import { useLossShown } from '../inWords/useLossShown';
import { Choice } from '../controls/lists/Choice';
import { Segments } from '../controls/lists/Segments';
import { lazyWith } from '../../late/lazyWith';
import './lossPanel.css';
import './figure.css';

const QuantityChoice = lazyWith(() => import('./QuantityChoice'), QuantityPlaceholder);
const QuantityPlot = lazyWith(() => import('./QuantityPlot'));
const ValidationChoice = lazyWith(() => import('./ValidationChoice'));
const BreakChoice = lazyWith(() => import('./BreakChoice'));
const RecordChoice = lazyWith(
  () => import('./RecordChoice'),
  () => <span className="record-waiting" />,
);

/** The member of a list that equals a text; undefined if none does. */
const memberOf = <T extends string>(list: readonly T[], text: string): T | undefined =>
  list.find((member) => member === text);

const useHasValidation = (): boolean =>
  useResults(({ trace }) => trace?.runs.some(({ validation }) => validation) ?? false);

function QuantityPlaceholder() {
  const t = useTranslations('loss');
  return (
    <Choice
      className="figure-quantity"
      label={t('title')}
      value="loss"
      groups={[{ options: [{ value: 'loss', label: t('title') }] }]}
      onChange={() => undefined}
    />
  );
}

const Caption = memo(function Caption() {
  const t = useTranslations('loss');
  // Not of the trace: the choices would push the plot down when it arrives.
  const hasData = useExperimentPart(({ problem }) => problem.kind === 'data');
  const isLoss = useScreen(({ plot }) => plot.quantity === 'loss');
  const scale = useScreen((state) => state.lossScale);
  const axis = useScreen((state) => state.lossAxis);
  // Where all runs are by rules, an update costs the same every time.
  const hasMethod = useExperimentPart(({ runs }) => runs.some(({ optimizer }) => isMethod(optimizer)));
  const axes = lossAxesFor(hasData).filter((one) => one !== 'evaluations' || hasMethod || axis === one);
  return (
    <figcaption className="figure-caption">
      <h2 className="figure-title">
        <QuantityChoice />
      </h2>
      <div className="figure-choices">
        <Segments
          label={t('scale')}
          value={scale}
          options={lossScales.map((value) => ({ value, label: t(value) }))}
          onChange={(chosen) => setScreen({ lossScale: memberOf(lossScales, chosen) ?? scale })}
        />
        {axes.length > 1 && (
          <Segments
            label={t('axis')}
            value={axis}
            options={axes.map((value) => ({ value, label: t(value) }))}
            onChange={(chosen) => setScreen({ lossAxis: memberOf(lossAxes, chosen) ?? axis })}
          />
        )}
        {hasData && isLoss && <RecordChoice />}
      </div>
    </figcaption>
  );
});

/** The trace as the plot shows it: without the validation losses if they are switched off. */
function useShownTrace(trace: Trace | null): Trace | null {
  const isShown = useScreen((state) => state.validation);
  return useMemo(
    () =>
      isShown || !trace ? trace : { ...trace, runs: trace.runs.map((run) => ({ ...run, validation: undefined })) },
    [trace, isShown],
  );
}

/** The loss plot with everything from the stores. */
function RunsLossPlot() {
  const hasValidation = useHasValidation();
  const hasData = useHasData();
  const record = useScreen((state) => state.record);
  const stepAxis = useStepAxisProps();
  const trace = useShownTrace(stepAxis.trace);
  const preview = useResults((state) => state.preview);
  return (
    <>
      <LossPlot {...stepAxis} trace={trace} record={hasData ? record : 1} preview={preview} logs={useStyledLogs()} />
      {hasValidation && <ValidationChoice />}
    </>
  );
}

/** The quantity along the steps that the screen shows, which is the loss unless another was chosen. */
export function LossOrQuantityPlot() {
  const isLoss = useScreen(({ plot }) => plot.quantity === 'loss');
  return isLoss ? <DescribedLossPlot /> : <QuantityPlot />;
}

function DescribedLossPlot() {
  return (
    <Described {...useLossShown()}>
      <RunsLossPlot />
    </Described>
  );
}

/** The loss of every run over steps, epochs, samples or evaluations, or another quantity over the same axis. */
export const LossPanel = memo(function LossPanel() {
  return (
    <figure className="figure">
      <Caption />
      <div className="figure-body">
        <LossOrQuantityPlot />
        <BreakChoice />
      </div>
    </figure>
  );
});
