import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { limits } from '../../experiment';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { Choice } from '../controls/lists/Choice';
import { NumberField } from '../controls/numbers/NumberField';
import { withLateMessages } from '../late/LateMessages';
import './recordChoice.css';

/** The numbers of samples between two plotted losses that are offered; 1 plots the loss after every update. */
const offered = [1, 10, 100, 1000];

/** The option after which the user types a number. */
const OTHER = 'other';

/** How often the loss is shown on the plot: after every update, or every so many samples. */
export default withLateMessages(function RecordChoice() {
  const t = useTranslations('record');
  const record = useScreen((state) => state.record);
  const [typing, setTyping] = useState(false);
  const isOther = typing || !offered.includes(record);
  const label = (samples: number) => (samples === 1 ? t('update') : t('samples', { count: samples }));
  const options = [
    ...offered.map((samples) => ({ value: String(samples), label: label(samples) })),
    { value: OTHER, label: t('other') },
  ];
  const choose = (value: string) => {
    setTyping(value === OTHER);
    if (value !== OTHER) setScreen({ record: Number(value) });
  };
  return (
    <span className="record">
      <Choice label={t('title')} value={isOther ? OTHER : String(record)} groups={[{ options }]} onChange={choose} />
      {isOther && (
        <NumberField
          label={t('title')}
          value={record}
          limits={{ ...limits.record, integer: true }}
          onChange={(samples) => setScreen({ record: samples })}
        />
      )}
    </span>
  );
});
