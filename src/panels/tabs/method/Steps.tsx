import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { hyperHelp } from '../../../catalogue/hyperparameterHelp';
import { methodTexts } from '../../../catalogue/methods/texts';
import { inLanguage } from '../../../language';
import { usePreference } from '../../../workbench/stores/preferences';
import { hyperControls } from '../../shared/hyperControls';
import { Tex } from '../../shared/Tex';

/** A sentence whose mathematics stands between dollars. */
const Sentence = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split('$')
      .map((part, i) => (i % 2 === 0 ? <Fragment key={i}>{part}</Fragment> : <Tex key={i} tex={part} plain={part} />))}
  </>
);

/** What the hyperparameters of a method mean. */
function Hyperparameters({ method }: { readonly method: string }) {
  const language = usePreference((state) => state.language);
  return (
    <dl className="method-hyper">
      {hyperControls(method).map(({ name, domain }) => (
        <Fragment key={name}>
          <dt>
            <Tex tex={domain.symbol} plain={name} />
          </dt>
          <dd>{inLanguage(hyperHelp(name, method), language)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The steps of one iteration of a method, with their sources. */
export function Steps({ method }: { readonly method: string }) {
  const t = useTranslations('method');
  const language = usePreference((state) => state.language);
  const text = methodTexts[method];
  if (!text) return null;
  return (
    <>
      <ol className="method-steps">
        {text.steps.map((step) => (
          <li key={step.en}>
            <Sentence text={inLanguage(step, language)} />
          </li>
        ))}
      </ol>
      <Hyperparameters method={method} />
      <p className="soft">{t('sources', { sources: text.sources.join('; ') })}</p>
    </>
  );
}
