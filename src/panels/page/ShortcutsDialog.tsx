import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DialogShell } from '../controls/DialogShell';
import { withLateMessages } from '../late/LateMessages';
import './shortcutsDialog.css';

/** What the keys do, by where the focus is; each with the keys as they stand on them. */
const groups = {
  onPage: [
    ['page.play', ['Space']],
    ['page.step', ['←', '→']],
    ['page.ends', ['Home', 'End']],
    ['page.undo', ['Ctrl Z']],
    ['page.redo', ['Ctrl Y']],
    ['page.present', ['P']],
    ['page.list', ['?']],
  ],
  onPlot: [
    ['plot.zoom', ['+', '−']],
    ['plot.reset', ['0']],
    ['plot.read', ['←', '→']],
    ['plot.point', ['←', '→', '↑', '↓']],
  ],
  presenting: [
    ['talk.walk', ['PgUp', 'PgDn', '←', '→']],
    ['talk.play', ['Space']],
    ['talk.step', ['Shift ←', 'Shift →']],
    ['talk.rewind', ['Home']],
    ['talk.answer', ['1', '2', '3', '4']],
    ['talk.black', ['B']],
    ['talk.spot', ['L']],
    ['talk.setUp', ['S']],
    ['talk.leave', ['Esc', 'P']],
  ],
  onSlider: [
    ['slider.move', ['←', '→']],
    ['slider.page', ['PgUp', 'PgDn']],
    ['slider.ends', ['Home', 'End']],
  ],
} as const;

function Keys({ group }: { readonly group: keyof typeof groups }) {
  const t = useTranslations('shortcuts');
  return (
    <section>
      <h3>{t(group)}</h3>
      {group === 'onPage' && <p className="soft">{t('ownKeys')}</p>}
      <dl>
        {groups[group].map(([action, keys]) => (
          <div key={action} className="shortcut">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(action)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Lists the keys of the page. */
export default withLateMessages(function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('shortcuts');
  const [opener] = useState(() => document.activeElement);
  return (
    <DialogShell
      isColumn
      title={t('title')}
      onClose={onClose}
      opener={() => (opener instanceof HTMLElement ? opener : null)}
    >
      <div className="shortcuts">
        <Keys group="onPage" />
        <Keys group="onPlot" />
        <Keys group="onSlider" />
        <Keys group="presenting" />
      </div>
    </DialogShell>
  );
});
