import { changeData } from '../../experiment';
import type { DataChoice, GivenData } from '../../experiment/core/types';
import { currentExperiment } from '../stores/experimentStore';
import { show } from './problemEdits';
import { showOnScreen } from '../stores/screenStore';

/** Fits a model of the catalogue to a person's own data, with the runs as they are, and shows the data. Undone like any edit. */
export function setOwnData(id: string, given: GivenData, settings: DataChoice['settings']): void {
  show(changeData(currentExperiment(), id, given, settings));
  showOnScreen({ tab: 'data' });
}
