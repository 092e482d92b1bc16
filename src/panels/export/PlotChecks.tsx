import { useTranslations } from 'use-intl';
import { Check } from '../controls/Check';
import { Row } from './Row';
import type { Figure } from './useFigure';

/** Which of the plots on the page are in the figure: at least one. */
export function PlotChecks({ all, elements, choose }: Figure) {
  const t = useTranslations('export');
  const toggle = (element: HTMLElement, isIn: boolean) => {
    const next = all.map((plot) => plot.element).filter((one) => (one === element ? isIn : elements.includes(one)));
    if (next.length > 0) choose(next);
  };
  return (
    <Row label={t('plots')}>
      <div className="export-checks" role="group" aria-label={t('plots')}>
        {all.map(({ element, props }, i) => (
          <Check
            key={i}
            label={props.label}
            value={elements.includes(element)}
            onChange={(isIn) => toggle(element, isIn)}
          />
        ))}
      </div>
    </Row>
  );
}
