import { useTranslations } from 'use-intl';

/** Which step of how many is shown, as dots and for screen readers in words. */
export function StepDots({ count, index }: { readonly count: number; readonly index: number }) {
  const t = useTranslations('lessons');
  return (
    <span className="lesson-position">
      <span className="lesson-dots" aria-hidden="true">
        {Array.from({ length: count }, (_, i) => (
          <i key={i} data-now={i === index || undefined} />
        ))}
      </span>
      {t('position', { step: index + 1, count })}
    </span>
  );
}
