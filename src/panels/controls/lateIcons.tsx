import { Icon } from './Icons';

/* Icons of parts that load later, apart from those of the first picture. */

export const BlackIcon = () => (
  <Icon>
    <path d="M1.5 3h13v9h-13z" fill="currentColor" />
  </Icon>
);
export const SpotIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2" fill="currentColor" />
    <path d="M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <path d="M2 4.5h7M12 4.5h2M2 11.5h2M7 11.5h7M9 3v3M7 10v3M9 4.5h3M4 11.5h3" />
  </Icon>
);
export const HandleIcon = () => (
  <Icon>
    <path d="M3 5.5h10M3 8h10M3 10.5h10" />
  </Icon>
);
export const TableIcon = () => (
  <Icon>
    <path d="M2 3h12v10H2zM2 6.5h12M2 9.75h12M6 3v10" />
  </Icon>
);
export const ContinueIcon = () => (
  <Icon>
    <path d="M2.5 4v8M5.5 8h8M10 4.5 13.5 8 10 11.5" />
  </Icon>
);
export const ResetIcon = () => (
  <Icon>
    <path d="M3 8a5 5 0 1 0 1.5-3.5M3 2.5v2.5h2.5" />
  </Icon>
);
export const DiceIcon = () => (
  <Icon>
    <path d="M2.5 2.5h11v11h-11zM5.5 5.5v.01M10.5 5.5v.01M8 8v.01M5.5 10.5v.01M10.5 10.5v.01" />
  </Icon>
);
