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
