import { useTranslations } from 'use-intl';
import { modelOf } from '../../experiment';
import type { ProblemChoice } from '../../experiment/core/types';
import { useList } from '../shared/useList';

/** Features that are named; more are counted. */
const MOST_NAMED = 3;

/** Which columns of user data are fitted to which: without it any file has the same title. Nothing of other problems. */
export function FittedColumns({ choice }: { readonly choice: ProblemChoice }) {
  const t = useTranslations('export.sheet');
  const list = useList();
  const names = choice.kind === 'data' ? choice.userData?.names : undefined;
  if (choice.kind !== 'data' || !names) return null;
  const columns = modelOf(choice).columns.map((column, i) => names[i] || column);
  const [features, target] = [columns.slice(0, -1), columns.at(-1) ?? ''];
  return (
    <span>
      {features.length > MOST_NAMED
        ? t('fittedToMany', { target, count: features.length })
        : t('fitted', { target, features: list(features) })}
    </span>
  );
}
