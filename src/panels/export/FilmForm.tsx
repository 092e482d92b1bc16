import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { offeredFormats } from '../../exports/film/film';
import { filmFormats, type FilmFormat } from '../../exports/film/types';
import { currentExperiment } from '../../workbench/stores/experimentStore';
import { Segments } from '../controls/lists/Segments';
import { downloadBlob } from '../shared/download';
import { Check } from '../controls/Check';
import { initialPrint } from './initialPrint';
import type { FormProps } from './formProps';
import { PlotChecks } from './PlotChecks';
import { even, type PrintChoice } from './print';
import { Row } from './Row';
import { fileStem } from '../shared/fileNames';
import { SizeFields } from './SizeFields';
import { Studio } from './Studio';
import { useFigure } from './useFigure';
import { useFilm, type Film } from './useFilm';

/** How many seconds the runs may take from start to end. */
const durations = [3, 5, 10, 20] as const;

/** A film of the runs from their start to their end: made picture by picture, with progress, and can be given up. */
export default function FilmForm({ plot }: FormProps) {
  const t = useTranslations('export');
  const figure = useFigure(plot);
  const [choice, setChoice] = useState<PrintChoice>(initialPrint);
  const [chosen, setFormat] = useState<FilmFormat | null>(null);
  const [seconds, setSeconds] = useState<number>(5);
  const [hidesFuture, setHidesFuture] = useState(true);
  const { studio, film, start, cancel } = useFilm(figure, choice);
  const offered = useOfferedFormats(choice);
  const format = chosen !== null && offered.includes(chosen) ? chosen : (offered[0] ?? 'gif');
  const change = (changed: Partial<PrintChoice>) => setChoice({ ...choice, ...changed });
  const isBusy = film.kind === 'busy';
  return (
    <>
      <fieldset className="export-fields" disabled={isBusy}>
        <PlotChecks {...figure} />
        <SizeFields choice={choice} onChange={change} />
        <Row label={t('film.format')}>
          <Segments
            label={t('film.format')}
            value={format}
            options={offered.map((value) => ({ value, label: t(`film.${value}`) }))}
            onChange={(value) => setFormat(filmFormats.find((one) => one === value) ?? format)}
          />
        </Row>
        <Row label={t('film.length')}>
          <Segments
            label={t('film.length')}
            value={String(seconds)}
            options={durations.map((value) => ({ value: String(value), label: t('film.seconds', { count: value }) }))}
            onChange={(value) => setSeconds(Number(value))}
          />
        </Row>
        <Row label={t('under')}>
          <Check label={t('legend')} value={choice.hasLegend} onChange={(hasLegend) => change({ hasLegend })} />
          <Check label={t('settings')} value={choice.hasSettings} onChange={(hasSettings) => change({ hasSettings })} />
        </Row>
        <Row label={t('film.future')}>
          <Check label={t('film.hidden')} value={hidesFuture} onChange={setHidesFuture} />
        </Row>
      </fieldset>
      <FilmResult film={film} />
      <div className="export-actions">
        {isBusy ? (
          <button type="button" className="button" onClick={cancel}>
            {t('film.cancel')}
          </button>
        ) : (
          <button
            type="button"
            className={film.kind === 'done' ? 'button' : 'button button-strong'}
            onClick={() => start({ format, seconds, hidesFuture })}
          >
            {t('film.make')}
          </button>
        )}
        {film.kind === 'done' && <SaveFilm {...film} />}
      </div>
      <Studio ref={studio} plots={figure.plots} choice={choice} density={1} />
    </>
  );
}

function SaveFilm({ blob, format }: Extract<Film, { kind: 'done' }>) {
  const t = useTranslations('export');
  return (
    <button
      type="button"
      className="button button-strong"
      onClick={() => downloadBlob(blob, `${fileStem(currentExperiment())}.${format}`)}
    >
      {t('film.save', { format: t(`film.${format}`), megabytes: (blob.size / 1e6).toFixed(1) })}
    </button>
  );
}

/** How far the film is, the film, or why there is none. */
function FilmResult({ film }: { readonly film: Film }) {
  const t = useTranslations('export');
  return (
    <>
      <p className="export-fault" role="status">
        {film.kind === 'failed' && t('failed', { message: film.message })}
      </p>
      {film.kind === 'busy' && (
        <div className="export-progress">
          <progress value={film.done} max={film.total} aria-label={t('film.progress')} />
          <span>{t('film.frame', { done: film.done, total: film.total })}</span>
          <span className="soft">{t('film.stay')}</span>
        </div>
      )}
      {film.kind === 'done' && (
        <div className="export-preview">
          {film.format === 'gif' ? (
            <img src={film.address} alt={t('film.preview')} />
          ) : (
            <video src={film.address} aria-label={t('film.preview')} controls loop muted playsInline />
          )}
        </div>
      )}
    </>
  );
}

/** The formats that this browser can make at a size, the best first; until that is known, the one that always works. */
function useOfferedFormats({ width, height }: PrintChoice): readonly FilmFormat[] {
  const [offered, setOffered] = useState<readonly FilmFormat[]>(['gif']);
  useEffect(() => {
    let isCurrent = true;
    offeredFormats({ width: even(width), height: even(height) }).then(
      (formats) => isCurrent && setOffered(formats),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [width, height]);
  return offered;
}
