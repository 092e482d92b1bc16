import { useMemo } from 'react';
import { drawnOf } from '../../experiment';
import { SecondPaths, type SecondPath, type SecondPathsProps } from '../../plots/path/SecondPaths';
import { usePosition } from '../../workbench/playback/position';
import { useFollowedSecondPaths } from '../../workbench/requests/secondPathStore';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useHidesFuture } from '../shared/hovered';
import { useRunStyles } from '../shared/runs';

type Place = Pick<SecondPathsProps, 'view' | 'plane' | 'rem'>;

/** What the rules of the runs have drawn beside their paths. */
export default function RunsSecondPaths(place: Place) {
  const report = useFollowedSecondPaths();
  const runs = useExperimentPart((experiment) => experiment.runs);
  const styles = useRunStyles();
  const parameters = place.view.held.length;
  const paths = useMemo(
    () =>
      // After a run was added or removed, those of the runs before would stand beside others.
      (report?.runs.length === runs.length ? runs : []).flatMap((run, i): SecondPath[] => {
        const [name, series, style] = [drawnOf(run), report?.runs[i], styles[i]];
        // That of the problem before stays until the new one has come.
        return name !== undefined && series?.components === parameters && style ? [{ name, series, style }] : [];
      }),
    [report, runs, styles, parameters],
  );
  return <SecondPaths {...place} paths={paths} step={usePosition()} hidesFuture={useHidesFuture()} />;
}
