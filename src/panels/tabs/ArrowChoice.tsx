import * as ToggleGroup from '@radix-ui/react-toggle-group';
import { useTranslations } from 'use-intl';
import { stepArrows } from '../../experiment/core/types';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { useHasData } from '../shared/stepAxis';
import { withLateMessages } from '../late/LateMessages';
import './arrowChoice.css';
import '../controls/lists/segments.css';

/** The choice of which parts of the current step are arrows on the path. */
export default withLateMessages(function ArrowChoice() {
  const t = useTranslations('series.inside');
  const arrows = useScreen((state) => state.arrows);
  const hasData = useHasData();
  const options = stepArrows.filter((name) => name === 'step' || hasData);
  return (
    <span className="arrow-choice">
      <span className="soft">{t('label')}</span>
      <ToggleGroup.Root
        type="multiple"
        className="segments"
        aria-label={t('label')}
        value={[...arrows]}
        onValueChange={(chosen) => setScreen({ arrows: stepArrows.filter((name) => chosen.includes(name)) })}
        data-own-keys
      >
        {options.map((name) => (
          <ToggleGroup.Item key={name} value={name} className="segment" data-text={t(name)}>
            {t(name)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </span>
  );
});
