import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { constantRange, limits } from '../../experiment';
import { setSetting } from '../../workbench/edits/edits';
import { settle } from '../../workbench/stores/experimentStore';
import { SettingRow } from '../controls/numbers/SettingRow';

interface ConstantProps {
  readonly name: string;
  readonly value: number;
}

/** The slider of one constant. Its range grows with the value, but does not shrink under the pointer. */
function ConstantRow({ name, value }: ConstantProps) {
  const t = useTranslations('custom');
  const [widest, setWidest] = useState(constantRange(value));
  if (Math.abs(value) > widest) setWidest(constantRange(value));
  return (
    <SettingRow
      label={name}
      about={t('constantAbout', { name })}
      value={value}
      scale={{ kind: 'linear', range: [-widest, widest] }}
      limits={limits.coordinate}
      onChange={(next, settled) => setSetting(name, next, settled)}
      onSettle={settle}
    />
  );
}

/** A slider for each constant of a typed loss. */
export const ConstantRows = ({ constants }: { readonly constants: Readonly<Record<string, number>> }) => (
  <div className="custom-constants settings">
    {Object.entries(constants).map(([name, value]) => (
      <ConstantRow key={name} name={name} value={value} />
    ))}
  </div>
);
