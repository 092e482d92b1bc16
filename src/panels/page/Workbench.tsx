import { useTranslations } from 'use-intl';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { Header } from '../header/Header';
import { LossPanel } from '../figures/LossPanel';
import { Notices } from '../notices/Notices';
import { PathPanel } from '../figures/PathPanel';
import { RunsPanel } from '../run/RunsPanel';
import { Transport } from '../figures/Transport';
import { lazyWith } from '../../late/lazyWith';
import { PartBoundary } from '../../late/PartBoundary';
import { LoadingText } from '../shared/LoadingText';
import { useHasSharedWords } from '../shared/useHasSharedWords';
import './workbench.css';

const CustomLoss = lazyWith(
  () => import('../problem/CustomLoss'),
  () => <div className="custom-loss-waiting" />,
);
const LessonCard = lazyWith(
  () => import('../lessons/LessonCard'),
  () => <div className="lesson" />,
);
const QuestionCard = lazyWith(() => import('../questions/QuestionCard'));
const SharedBanner = lazyWith(() => import('../received/SharedBanner'));
const FileDrop = lazyWith(() => import('../csv/FileDrop'));
const LowerTabs = lazyWith(() => import('../tabs/LowerTabs'), LoadingText);

/** The whole screen. In the document the plots and the transport come first; workbench.css puts the runs beside them where there is room. */
export function Workbench() {
  const t = useTranslations();
  // Only this part of the experiment, so that the whole screen does not render while a slider moves.
  const typed = useExperimentPart(({ problem }) => (problem.kind === 'custom' ? problem : null));
  const lesson = useScreen((state) => state.lesson);
  const question = useScreen((state) => state.question);
  const isSent = useHasSharedWords();
  return (
    <div className="workbench">
      <a className="skip" href="#plots" onClick={(event) => skipTo(event, 'plots')}>
        {t('app.skip')}
      </a>
      <a className="skip" href="#play" onClick={(event) => skipTo(event, 'play')}>
        {t('app.skipToPlay')}
      </a>
      <PartBoundary>
        <Header />
      </PartBoundary>
      <div className="banner">
        <Notices />
        {isSent && <SharedBanner />}
        {lesson !== null && <LessonCard id={lesson} />}
        {question !== null && <QuestionCard id={question} />}
        {/* A lesson about a typed loss needs the room; the header shows the formula. */}
        {typed && lesson === null && <CustomLoss choice={typed} />}
        <FileDrop />
      </div>
      <main className="plots" id="plots" tabIndex={-1}>
        <PartBoundary>
          <PathPanel />
        </PartBoundary>
        <PartBoundary>
          <LossPanel />
        </PartBoundary>
      </main>
      <PartBoundary>
        <Transport />
      </PartBoundary>
      <PartBoundary>
        <RunsPanel />
      </PartBoundary>
      <section className="lower" aria-label={t('tabs.label')}>
        <LowerTabs />
      </section>
    </div>
  );
}

/** Moves the focus without changing the address, whose fragment is the experiment. */
function skipTo(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
