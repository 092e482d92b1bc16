import { useMemo, useState } from 'react';
import type { DataProblem } from '../../catalogue';
import {
  CsvError,
  emptyTarget,
  likelyFeatures,
  likelyTarget,
  modelOffer,
  samplesOf,
  unusableRows,
  type Table,
} from '../../experiment/csv';
import {
  awaitedData,
  awaitedSettings,
  seedForRows,
  setUserData,
  suitsStandardized,
} from '../../workbench/edits/userData';
import { attempt } from './attempt';
import type { RowHandling } from './RowSettings';

/** What is chosen of a table and its model, what follows from it, and how to change it. */
export function useModelForm(table: Table) {
  const [target, setTarget] = useState(() => likelyTarget(table));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(likelyFeatures(table, target)));
  const [modelId, setModelId] = useState('');
  const [handling, setHandling] = useState<RowHandling>({ leavesOut: false, divides: false, rowChoice: 'first' });
  const [standardize, setStandardize] = useState<boolean>();
  const [validation, setValidation] = useState<number>();
  const [awaited] = useState(awaitedData);

  const emptied = useMemo(() => (target === likelyTarget(table) ? emptyTarget(table) : null), [table, target]);
  const features = useMemo(
    () => table.columns.flatMap((_, column) => (chosen.has(column) && column !== target ? [column] : [])),
    [table, chosen, target],
  );
  const { offered, refused } = useMemo(
    () => modelOffer(table, features.length, target),
    [table, features.length, target],
  );
  const model =
    [modelId, awaited?.id].flatMap((wanted) => offered.find(({ id }) => id === wanted) ?? [])[0] ?? offered[0];
  const hasModel = model !== undefined;
  const hasClasses = model?.target === 'class';
  const unusable = useMemo(
    () => unusableRows(table, { features, target, hasClasses }),
    [table, features, target, hasClasses],
  );
  const selection = useMemo(
    () => ({ features, target, hasClasses, ...handling, seed: seedForRows() }),
    [features, target, hasClasses, handling],
  );
  /** Null without a model or features; an error if the file cannot give them. */
  const samples = useMemo(
    () => (hasModel && features.length > 0 ? attempt(() => samplesOf(table, selection, unusable)) : null),
    [hasModel, features, table, selection, unusable],
  );
  const fault = samples instanceof CsvError ? samples : null;
  const usable = samples instanceof CsvError ? null : samples;
  const suits = useMemo(() => usable && model && suitsStandardized(model.id, usable), [usable, model]);
  const linked = useMemo(() => usable && model && awaitedSettings(model.id, usable), [usable, model]);
  const isStandardized = standardize ?? (linked ? linked['standardize'] === 1 : suits) ?? false;
  const share = validation ?? linked?.['validation'] ?? 0;

  return {
    target,
    setTarget,
    /** The empty column that the target stands in for; null if there is none, or the user has chosen another. */
    emptied,
    chosen,
    setChosen,
    features,
    offered,
    refused,
    model,
    setModelId,
    unusable,
    handling,
    setHandling,
    /** The samples that the choices select; null where there are none. */
    usable,
    /** Why the file cannot give them. */
    fault,
    isStandardized,
    setStandardize,
    validation: share,
    setValidation,
    /** What a link awaits; null where none awaits data. */
    awaited,
    /** Whether that are these data. */
    isAwaited: Boolean(linked),
    /** Puts the data on the screen; false where there are none to use. */
    use(): boolean {
      if (!usable || !model) return false;
      setUserData(model.id, usable, settingsOf(model, { standardize: Number(isStandardized), validation: share }));
      return true;
    },
  };
}

/** Those of the settings that a model has. */
const settingsOf = (model: DataProblem, wanted: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(wanted).filter(([name]) => model.modelSettings.includes(name)));
