import { useTranslations } from 'use-intl';
import { isMethod } from '../../../catalogue';
import type { Run } from '../../../experiment/core/types';
import { BatchRows } from '../batch/BatchRows';
import { withLateMessages } from '../../late/LateMessages';
import { ModifierRows } from '../modifiers/ModifierRows';
import { MatrixNote } from './MatrixNote';
import { SamePath } from './SamePath';

/** What a classical method has none of. */
function MethodNote() {
  const t = useTranslations('method');
  return <p className="soft">{t('none')}</p>;
}

/**
 * What the training loop does around the rule: the batch whose gradient it takes, the modifiers, and the precision. After
 * them, whether the run lies on an earlier one.
 */
export default withLateMessages(function TrainingLoopRows({
  run: { batch, modifiers, optimizer, precision },
  index,
}: {
  readonly run: Run;
  readonly index: number;
}) {
  return (
    <>
      {isMethod(optimizer) ? (
        <MethodNote />
      ) : (
        <>
          <MatrixNote optimizer={optimizer} batch={batch} />
          {batch && <BatchRows batch={batch} index={index} />}
          <ModifierRows modifiers={modifiers} precision={precision} optimizer={optimizer} index={index} />
        </>
      )}
      <SamePath index={index} />
    </>
  );
});
