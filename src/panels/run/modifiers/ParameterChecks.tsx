import { useTranslations } from 'use-intl';
import { parametersOf } from '../../../experiment';
import { useExperimentPart } from '../../../workbench/stores/experimentStore';
import './parameterChecks.css';

interface ParameterChecksProps {
  /** What the chosen parameters are, in one or two words, such as "frozen". */
  readonly label: string;
  /** A sentence for assistive technology. */
  readonly description?: string;
  /** The names of the chosen parameters. */
  readonly chosen: readonly string[];
  /** The names in the problem's order. */
  readonly onChange: (chosen: readonly string[]) => void;
}

/** From this many parameters on, all with the same first letter (a layer of a network) can be chosen together too. */
const GROUPED = 8;

/** Parameters by the letter that their names begin with. */
function groupsOf(names: readonly string[]): readonly (readonly [letter: string, names: readonly string[]])[] {
  const stem = (name: string) => name.replace(/_?\d+$/, '');
  return [...new Set(names.map(stem))].map((letter) => [letter, names.filter((name) => stem(name) === letter)]);
}

interface CheckProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  readonly onToggle: (names: readonly string[], on: boolean) => void;
}

/** A box for one parameter, or for several at once, which is half checked if only some of them are chosen. */
function Check({ label, names, chosen, onToggle }: CheckProps) {
  const count = names.filter((name) => chosen.includes(name)).length;
  const isAll = count === names.length;
  const halve = (box: HTMLInputElement | null) => {
    if (box) box.indeterminate = count > 0 && !isAll;
  };
  return (
    <label className="check">
      <input type="checkbox" ref={halve} checked={isAll} onChange={() => onToggle(names, !isAll)} />
      {label}
    </label>
  );
}

/** Check boxes for all parameters of the problem. */
export function ParameterChecks({ label, description, chosen, onChange }: ParameterChecksProps) {
  const t = useTranslations('modifiers');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const names = parametersOf(problem);
  const toggle = (some: readonly string[], on: boolean) =>
    onChange(names.filter((name) => (some.includes(name) ? on : chosen.includes(name))));
  const many = names.length >= GROUPED;
  const groups = many ? groupsOf(names).filter(([, members]) => members.length > 1) : [];
  return (
    <div className="checks" data-many={many} role="group" aria-label={label} aria-description={description}>
      {groups.map(([letter, members]) => (
        <Check key={`all ${letter}`} label={t('all', { letter })} names={members} chosen={chosen} onToggle={toggle} />
      ))}
      {names.map((name) => (
        <Check key={name} label={name} names={[name]} chosen={chosen} onToggle={toggle} />
      ))}
    </div>
  );
}
