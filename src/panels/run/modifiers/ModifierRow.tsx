import { hyperDomain, type Modifier, type ModifierId } from '../../../catalogue';
import { modifierHelp } from '../../../catalogue/modifierHelp';
import { modifierHyper } from '../../../experiment';
import type { Modifiers } from '../../../experiment/core/types';
import { settle } from '../../../workbench/stores/experimentStore';
import { usePreference } from '../../../workbench/stores/preferences';
import { setHyper } from '../../../workbench/edits/edits';
import { setFrozen, setModifier } from '../../../workbench/edits/lateEdits';
import { FlagRow } from '../../controls/FlagRow';
import { hint } from '../../controls/hint';
import { Letter } from '../../controls/Letter';
import { SettingRow } from '../../controls/numbers/SettingRow';
import { letterOf, sliderOf, type HyperControl } from '../../shared/hyperControls';
import { useHyperHelp } from '../../shared/hyperHelp';
import { inLanguage } from '../../../language';
import { ParameterChecks } from './ParameterChecks';
import './modifierRow.css';

interface ModifierRowProps {
  readonly modifier: Modifier & { readonly id: ModifierId };
  readonly modifiers: Modifiers;
  /** Index of the run. */
  readonly index: number;
}

interface NumberRowProps {
  readonly setting: HyperControl;
  readonly value: number;
  readonly index: number;
}

function NumberRow({ setting, value, index }: NumberRowProps) {
  const language = usePreference((state) => state.language);
  const { name, domain } = setting;
  const about = useHyperHelp(name);
  const scale = sliderOf(setting);
  const letter = letterOf(setting);
  return (
    scale && (
      <SettingRow
        label={inLanguage(domain.name, language)}
        shown={letter && <Letter {...letter} />}
        about={about}
        value={value}
        scale={scale}
        limits={{ min: domain.min, max: domain.max }}
        onChange={(next, settled) => setHyper(index, name, next, settled)}
        onSettle={settle}
      />
    )
  );
}

/** Frozen parameters have no switch, because an empty list means off. */
function FrozenRow({ modifier: { id, name }, modifiers: { frozen = [] }, index }: ModifierRowProps) {
  const language = usePreference((state) => state.language);
  const about = inLanguage(modifierHelp[id], language);
  return (
    <div className="setting setting-checks" {...hint(about)}>
      <span className="setting-label">{inLanguage(name, language)}</span>
      <ParameterChecks
        label={inLanguage(name, language)}
        description={about}
        chosen={frozen}
        onChange={(names) => setFrozen(index, names)}
      />
    </div>
  );
}

/** A modifier: a switch, and its hyperparameters while it is on. */
export function ModifierRow(props: ModifierRowProps) {
  const {
    modifier: { id, name, settings },
    modifiers,
    index,
  } = props;
  const language = usePreference((state) => state.language);
  if (id === 'frozen') return <FrozenRow {...props} />;
  const on = modifiers[id] !== undefined;
  const values = modifierHyper({ modifiers });
  return (
    <>
      <FlagRow
        label={inLanguage(name, language)}
        about={inLanguage(modifierHelp[id], language)}
        value={on}
        onChange={(wanted) => setModifier(index, id, wanted)}
      />
      {on && (
        <div className="modifier-settings">
          {Object.entries(settings).map(([key, usual]) => (
            <NumberRow
              key={key}
              setting={{ name: key, default: usual, flag: false, domain: hyperDomain(key) }}
              value={values[key] ?? usual}
              index={index}
            />
          ))}
        </div>
      )}
    </>
  );
}
