import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { drawnOf } from '../../experiment';
import type { LaterMessages } from '../../language';
import { SecondPaths, type SecondPath, type SecondPathsProps } from '../../plots/path/SecondPaths';
import { usePosition } from '../../workbench/playback/position';
import { useFollowedSecondPaths } from '../../workbench/requests/secondPathStore';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { withLateMessages } from '../late/LateMessages';
import { useHidesFuture } from '../shared/hovered';
import { useRunStyles } from '../shared/runs';

type SecondPathName = keyof LaterMessages['series']['secondPath'];

const named: Readonly<Record<SecondPathName, true>> = {
  'lookahead-sgd': true,
  'lookahead-adam': true,
  asgd: true,
  'schedule-free-sgd': true,
  'schedule-free-adamw': true,
};

/** Whether the second path of an optimizer has words; that of an own rule has the name that its author gave it. */
const isNamed = (optimizer: string): optimizer is SecondPathName => Object.hasOwn(named, optimizer);

type Place = Pick<SecondPathsProps, 'view' | 'plane' | 'rem'>;

/** What the rules of the runs have drawn beside their paths. */
export default withLateMessages(function RunsSecondPaths(place: Place) {
  const t = useTranslations('series.secondPath');
  const report = useFollowedSecondPaths();
  const runs = useExperimentPart((experiment) => experiment.runs);
  const styles = useRunStyles();
  const parameters = place.view.held.length;
  const paths = useMemo(
    () =>
      // After a run was added or removed, those of the runs before would stand beside others.
      (report?.runs.length === runs.length ? runs : []).flatMap((run, i): SecondPath[] => {
        const [drawn, series, style] = [drawnOf(run), report?.runs[i], styles[i]];
        // That of the problem before stays until the new one has come.
        if (drawn === undefined || series?.components !== parameters || !style) return [];
        return [{ name: isNamed(run.optimizer) ? t(run.optimizer) : drawn, series, style }];
      }),
    [report, runs, styles, parameters, t],
  );
  return <SecondPaths {...place} paths={paths} step={usePosition()} hidesFuture={useHidesFuture()} />;
});
