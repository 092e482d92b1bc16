import { useTranslations } from 'use-intl';
import { useResults } from '../../workbench/stores/resultStore';
import { canContinue, continueFrom } from '../../workbench/edits/restart';
import { useStep } from '../../workbench/playback/transport';
import { ContinueIcon } from '../controls/Icons';
import { withLateMessages } from '../late/LateMessages';

interface ContinueButtonProps {
  /** Index of the run. */
  readonly index: number;
}

/** Makes every run start where this one is at the step shown. */
export default withLateMessages(function ContinueButton({ index }: ContinueButtonProps) {
  const t = useTranslations('continue');
  // Whether there is a point depends on the step shown.
  useStep();
  const can = useResults(() => canContinue(index));
  const label = t('label', { number: index + 1 });
  return (
    <button
      type="button"
      className="button button-icon button-quiet"
      disabled={!can}
      aria-label={label}
      title={label}
      onClick={() => continueFrom(index)}
    >
      <ContinueIcon />
    </button>
  );
});
