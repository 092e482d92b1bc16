import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { Header } from '../header/Header';
import { LossPanel } from '../figures/LossPanel';
import { Notices } from './Notices';
import { PathPanel } from '../figures/PathPanel';
import { RunsPanel } from '../run/RunsPanel';
import { Transport } from '../figures/Transport';
import './workbench.css';

const CustomLoss = lazy(() => import('../problem/CustomLoss'));
const LessonCard = lazy(() => import('../lessons/LessonCard'));
const FileDrop = lazy(() => import('../csv/FileDrop'));
const LowerTabs = lazy(() => import('../tabs/LowerTabs'));

/** The whole screen. In the order of the document the plots come first; layout.css puts the runs beside them where there is room. */
export function Workbench() {
  const t = useTranslations();
  // Nothing else of the experiment: the whole screen must not be made anew while a slider moves.
  const typed = useExperimentPart(({ problem }) => (problem.kind === 'custom' ? problem : null));
  const lesson = useScreen((state) => state.lesson);
  return (
    <div className="workbench">
      <a className="skip" href="#plots" onClick={(event) => skipTo(event, 'plots')}>
        {t('app.skip')}
      </a>
      <Header />
      <div className="banner">
        <Notices />
        {lesson !== null && (
          <Suspense fallback={null}>
            <LessonCard id={lesson} />
          </Suspense>
        )}
        {typed && (
          <Suspense fallback={<div className="custom-loss-waiting" />}>
            <CustomLoss choice={typed} />
          </Suspense>
        )}
      </div>
      <main className="plots" id="plots" tabIndex={-1}>
        <PathPanel />
        <LossPanel />
      </main>
      <RunsPanel />
      <section className="lower" aria-label={t('tabs.label')}>
        <Suspense fallback={<p className="lower-loading">{t('tabs.loading')}</p>}>
          <LowerTabs />
        </Suspense>
      </section>
      <Transport />
      <Suspense fallback={null}>
        <FileDrop />
      </Suspense>
    </div>
  );
}

/** Moves the focus without touching the address, whose fragment is the experiment. */
function skipTo(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
