import { useTranslations } from 'use-intl';

export interface GroundButtonsProps {
  readonly isPinned: boolean;
  readonly onPinToggle: () => void;
  /** Whether both axes have the same unit; null where that is not the user's choice. */
  readonly hasEqualUnits: boolean | null;
  readonly onEqualUnits: (equal: boolean) => void;
}

/** Buttons beside those that zoom: a point with which the loss is read, and the same unit on both axes. */
export function GroundButtons({ isPinned, onPinToggle, hasEqualUnits, onEqualUnits }: GroundButtonsProps) {
  const t = useTranslations('plots');
  return (
    <>
      <button
        type="button"
        aria-label={t('readGround')}
        data-tip={t('readGround')}
        aria-pressed={isPinned}
        onClick={onPinToggle}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1v4M8 11v4M1 8h4M11 8h4M8 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8z" />
        </svg>
      </button>
      {hasEqualUnits !== null && (
        <button
          type="button"
          aria-label={t('equalUnits')}
          data-tip={t('equalUnits')}
          aria-pressed={hasEqualUnits}
          onClick={() => onEqualUnits(!hasEqualUnits)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 14V2M2 14h12M9 14a7 7 0 0 0-7-7" />
          </svg>
        </button>
      )}
    </>
  );
}
