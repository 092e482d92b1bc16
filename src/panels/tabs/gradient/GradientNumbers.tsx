import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { formatNumber } from '../../../plots';
import type { ShownProbe } from '../../../workbench/stores/resultStore';
import { useScreen } from '../../../workbench/stores/screenStore';
import { Tex } from '../../shared/Tex';
import './gradientNumbers.css';

const DIGITS = 7;
const number = (value: number): string => formatNumber(value, DIGITS);
const vector = (values: readonly number[]): string => `(${values.map(number).join(', ')})`;

interface RowProps {
  readonly tex: string;
  readonly name: string;
  readonly children: ReactNode;
}

const Row = ({ tex, name, children }: RowProps) => (
  <div>
    <dt>
      <Tex tex={tex} plain={name} /> <span className="soft">{name}</span>
    </dt>
    <dd>{children}</dd>
  </div>
);

/** The numbers at the point: the gradient, the slope in the direction, and a step's predicted and actual decrease. */
export function GradientNumbers({ probe }: { readonly probe: ShownProbe }) {
  const t = useTranslations('gradient');
  const { report, loss, slope, update, gradient } = probe;
  // A lesson may ask for the loss after a step.
  const isHidden = useScreen((state) => state.hidesFuture);
  const [first = Number.NaN, second] = gradient;
  const steepest = second === undefined ? null : (Math.atan2(second, first) * 180) / Math.PI;
  return (
    <dl className="gradient-numbers">
      <Row tex="p" name={t('point')}>
        {vector(report.point)}
      </Row>
      <Row tex="f(p)" name={t('loss')}>
        {number(loss)}
      </Row>
      <Row tex="\nabla f" name={t('gradient')}>
        {vector(report.gradient)}
      </Row>
      <Row tex="\lVert\nabla f\rVert" name={t('length')}>
        {number(Math.hypot(...report.gradient))}
      </Row>
      {steepest !== null && (
        <Row tex="\angle\nabla f" name={t('steepest')}>
          {formatNumber(steepest, 4)}°
        </Row>
      )}
      <Row tex="D_u f" name={t('slope')}>
        {number(slope)}
      </Row>
      <Row tex="f-\eta\lVert\nabla f\rVert^2" name={t('predicted', { lr: formatNumber(update.lr, 3) })}>
        {number(update.predicted)}
      </Row>
      {!isHidden && (
        <Row tex="f(p-\eta\nabla f)" name={t('actual')}>
          {number(update.actual)}
        </Row>
      )}
    </dl>
  );
}
