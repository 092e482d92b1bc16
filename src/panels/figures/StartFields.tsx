import { useTranslations } from 'use-intl';
import { limits, parametersOf } from '../../experiment';
import { setStart } from '../../workbench/edits/edits';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { NumberField } from '../controls/numbers/NumberField';
import { withLateMessages } from '../late/LateMessages';
import './startFields.css';

/** The start of the runs as numbers to type, beside the plot on which it can be dragged; nothing where it is sampled. */
export default withLateMessages(function StartFields() {
  const t = useTranslations('start');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const start = useExperimentPart((experiment) => experiment.start);
  const names = parametersOf(problem);
  if (start?.length !== names.length) return null;
  return (
    <span className="start-fields" data-tip={t('about')}>
      <span>{t('title')}</span>
      {names.map((name, i) => (
        <span key={name} className="start-field">
          <i>{name}</i>
          <NumberField
            label={t('of', { name })}
            value={start[i] ?? 0}
            limits={{ ...limits.coordinate, integer: false }}
            onChange={(value) => setStart(start.with(i, value))}
          />
        </span>
      ))}
    </span>
  );
});
