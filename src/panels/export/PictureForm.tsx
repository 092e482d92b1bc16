import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { pngOfPicture } from '../../exports/picture/raster';
import { svgOf } from '../../exports/picture/svg';
import { currentExperiment } from '../../workbench/stores/experimentStore';
import { Segments } from '../controls/lists/Segments';
import { downloadBlob } from '../shared/download';
import { Check } from '../controls/Check';
import type { FormProps } from './formProps';
import { PlotChecks } from './PlotChecks';
import { MOST_PIXELS, sharpnesses, type PrintChoice, type Sharpness } from './print';
import { Row } from './Row';
import { fileStem } from '../shared/fileNames';
import { SizeFields } from './SizeFields';
import { Studio } from './Studio';
import { takePicture, whenPainted } from './takePicture';
import { useFigure, type Figure } from './useFigure';
import { initialPrint } from './initialPrint';
import { messageOf } from '../../engine/common/messageOf';

type PictureFormat = 'svg' | 'png';

/** A picture of plots on the page: which, how large, on what ground; with a preview. */
export default function PictureForm({ plot }: FormProps) {
  const t = useTranslations('export');
  const figure = useFigure(plot);
  const [choice, setChoice] = useState(initialPrint);
  const [sharpness, setSharpness] = useState<Sharpness>(2);
  const { studio, preview, fault, save } = usePicture(figure, choice, sharpness);
  const change = (changed: Partial<PrintChoice>) => setChoice({ ...choice, ...changed });
  const pixels = choice.width * choice.height * sharpness ** 2;
  const [width, height] = [choice.width * sharpness, choice.height * sharpness];
  return (
    <>
      <PlotChecks {...figure} />
      <SizeFields choice={choice} onChange={change} />
      <Row label={t('ground.label')}>
        <Segments
          label={t('ground.label')}
          value={choice.isTransparent ? 'transparent' : 'paper'}
          options={(['paper', 'transparent'] as const).map((value) => ({ value, label: t(`ground.${value}`) }))}
          onChange={(value) => change({ isTransparent: value === 'transparent' })}
        />
      </Row>
      <Row label={t('sharpness')}>
        <Segments
          label={t('sharpness')}
          value={String(sharpness)}
          options={sharpnesses.map((value) => ({ value: String(value), label: `${value}×` }))}
          onChange={(value) => setSharpness(sharpnesses.find((one) => String(one) === value) ?? sharpness)}
        />
        <span className="soft">{t('pixels', { width, height })}</span>
      </Row>
      <Row label={t('under')}>
        <Check label={t('legend')} value={choice.hasLegend} onChange={(hasLegend) => change({ hasLegend })} />
        <Check label={t('settings')} value={choice.hasSettings} onChange={(hasSettings) => change({ hasSettings })} />
      </Row>
      <div className="export-preview" data-theme={choice.theme} data-clear={choice.isTransparent}>
        {preview ? <img src={preview} alt={t('preview')} /> : <span className="soft">{t('making')}</span>}
      </div>
      <p className="export-fault" role="status">
        {pixels > MOST_PIXELS
          ? t('tooManyPixels', { most: MOST_PIXELS / 1e6 })
          : fault && t('failed', { message: fault })}
      </p>
      <div className="export-actions">
        {(['svg', 'png'] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="button button-strong"
            disabled={pixels > MOST_PIXELS}
            onClick={() => save(format)}
          >
            {t('save', { format: format.toUpperCase() })}
          </button>
        ))}
      </div>
      <Studio ref={studio} plots={figure.plots} choice={choice} density={sharpness} />
    </>
  );
}

/** Milliseconds without a change before the preview is made again. */
const QUIET_MS = 150;

/** Takes pictures of the figure: one to look at after every change, and one to save. */
function usePicture({ plots, refresh }: Figure, choice: PrintChoice, sharpness: Sharpness) {
  const studio = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => (preview === null ? undefined : () => URL.revokeObjectURL(preview)), [preview]);
  const title = plots.map(({ props }) => props.label).join('; ');

  const make = async (format: PictureFormat): Promise<Blob> => {
    if (!studio.current) throw new Error('the picture is not laid out');
    await whenPainted(studio.current);
    const { picture, print } = takePicture(studio.current, choice);
    if (format === 'png') return pngOfPicture(picture, print, sharpness);
    return new Blob([await svgOf(picture, print, title)], { type: 'image/svg+xml' });
  };

  const makePreview = useEffectEvent(() => make('svg'));
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      makePreview().then(
        (blob) => {
          if (!isCurrent) return;
          setFault(null);
          setPreview(URL.createObjectURL(blob));
        },
        (error: unknown) => isCurrent && setFault(messageOf(error)),
      );
    }, QUIET_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // What the picture shows follows from these; the plots are compared by what they are called.
  }, [title, choice, sharpness]);

  const save = (format: PictureFormat) => {
    flushSync(refresh);
    const name = `${fileStem(currentExperiment())}${plots.length > 1 ? '-figure' : ''}`;
    make(format).then(
      (blob) => downloadBlob(blob, `${name}.${format}`),
      (error: unknown) => setFault(messageOf(error)),
    );
  };
  return { studio, preview, fault, save };
}
