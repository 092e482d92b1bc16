import { useTranslations } from 'use-intl';
import { parametersOf } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';

/** With more parameters than these a list of all is shorter than their names. */
const NAMED = 3;

/** Two lines of PyTorch that write a log which is read with its path: of this problem, with the names of its parameters. */
export function LogSnippet() {
  const t = useTranslations('log');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const names = parametersOf(problem);
  const parameters =
    names.length <= NAMED ? names.map((name) => `"${name}": ${name}.item()`).join(', ') : '"theta": theta.tolist()';
  return (
    <div className="log-snippet">
      <p>{t('snippet')}</p>
      <pre>
        <code>
          {`log.append({"step": step, "loss": loss.item(), ${parameters}})  # ${t('snippetBefore')}\n`}
          {`json.dump(log, open("log.json", "w"))  # ${t('snippetAfter')}`}
        </code>
      </pre>
    </div>
  );
}
