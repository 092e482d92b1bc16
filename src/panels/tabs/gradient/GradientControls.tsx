import { useTranslations } from 'use-intl';
import { limits } from '../../../experiment';
import { setScreen, useScreen } from '../../../workbench/stores/screenStore';
import { useHasPlane } from '../../../workbench/requests/view';
import { FlagRow } from '../../controls/FlagRow';
import { Segments } from '../../controls/lists/Segments';
import { SettingRow } from '../../controls/numbers/SettingRow';
import './gradientControls.css';

/** The direction, the style of the field, and a button that returns the point to the run. */
export function GradientControls() {
  const t = useTranslations('gradient');
  const angle = useScreen((state) => state.angle);
  const isMoved = useScreen((state) => state.probe !== null);
  const hasPlane = useHasPlane();
  const field = useScreen((state) => state.field);
  const lastStyle = useScreen((state) => state.lastFieldStyle);
  const shown = field !== 'none';
  return (
    <div className="gradient-controls">
      {hasPlane && (
        <>
          <SettingRow
            label={t('direction')}
            about={t('directionAbout')}
            value={angle}
            scale={{ kind: 'linear', range: [limits.angle.min, limits.angle.max] }}
            limits={limits.angle}
            onChange={(turned) => setScreen({ angle: turned })}
            onSettle={() => undefined}
          />
          <FlagRow
            label={t('field')}
            about={t('fieldAbout')}
            value={shown}
            onChange={(on) =>
              setScreen(on ? { field: lastStyle } : { field: 'none', ...(shown && { lastFieldStyle: field }) })
            }
          />
          {shown && (
            <Segments
              label={t('lengths')}
              value={field}
              options={(['log', 'unit'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(chosen) => setScreen({ field: chosen === 'unit' ? 'unit' : 'log' })}
            />
          )}
        </>
      )}
      <button type="button" className="button" disabled={!isMoved} onClick={() => setScreen({ probe: null })}>
        {t('toRun')}
      </button>
    </div>
  );
}
