import { useTranslations } from 'use-intl';
import { useResults } from '../../workbench/stores/resultStore';
import { canContinue, continueFrom } from '../../workbench/edits/restart';
import { useStep } from '../../workbench/playback/transport';
import { ContinueIcon } from '../controls/lateIcons';
import { withLateMessages } from '../late/LateMessages';

interface ContinueButtonProps {
  /** Index of the run. */
  readonly index: number;
}

/** Makes every run start at the point of this run at the current step. */
export default withLateMessages(function ContinueButton({ index }: ContinueButtonProps) {
  const t = useTranslations('continue');
  // Renders again at another step, where the run may have no such point.
  useStep();
  const can = useResults(() => canContinue(index));
  const label = t('label', { number: index + 1 });
  return (
    <button
      type="button"
      className="button button-icon button-quiet"
      disabled={!can}
      aria-label={label}
      data-tip={label}
      onClick={() => continueFrom(index)}
    >
      <ContinueIcon />
    </button>
  );
});
