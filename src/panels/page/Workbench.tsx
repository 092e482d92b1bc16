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
      <SkipLink to="plots">{t('app.skip')}</SkipLink>
      <SkipLink to="play">{t('app.skipToPlay')}</SkipLink>
      <SkipLink to="runs">{t('app.skipToRuns')}</SkipLink>
      <PartBoundary>
        <Header />
      </PartBoundary>
      <div className="banner">
        <Notices />
        {isSent && <SharedBanner />}
        {lesson !== null && <LessonCard id={lesson} />}
        {question !== null && <QuestionCard id={question} />}
        {/* A lesson about a typed loss needs the room, and the header shows the formula; one about another problem has the editor itself. */}
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
      <section className="lower" aria-label={t('app.lower')}>
        <LowerTabs />
      </section>
    </div>
  );
}

interface SkipLinkProps {
  /** Id of an element that can have the focus. */
  readonly to: string;
  readonly children: string;
}

/** A way past the controls before a part of the screen. Moves the focus alone: the address's fragment is the experiment. */
const SkipLink = ({ to, children }: SkipLinkProps) => (
  <a
    className="skip"
    href={`#${to}`}
    onClick={(event) => {
      event.preventDefault();
      document.getElementById(to)?.focus();
    }}
  >
    {children}
  </a>
);
