import type { Stage } from '../../experiment';
import { limits } from '../../experiment';
import { sharedAddress } from '../../workbench/address/address';
import { pageAddress } from '../../workbench/address/currentAddress';
import { viewForStage } from '../../workbench/requests/viewForStage';
import { screenStore } from '../../workbench/stores/screenStore';

/** What the sender chooses about a link, beside what is on the screen. */
export interface ShareChoices {
  readonly title: string;
  readonly note: string;
  /** Whether the receiver sees the runs play from the start. */
  readonly plays: boolean;
  /** Whether long numbers are shortened. */
  readonly isTidy: boolean;
  /** What the receiver sees and may move; null is the workbench. */
  readonly stage: Stage | null;
}

/** What was received is sent on. */
export function firstChoices(): ShareChoices {
  const { title, note, stage } = screenStore.getState();
  return { title: title ?? '', note: note ?? '', plays: false, isTidy: false, stage };
}

const textOrNull = (text: string): string | null => text.trim() || null;

/** The link that the choices make. */
export const linkOf = ({ title, note, plays, isTidy, stage }: ShareChoices): string =>
  sharedAddress(
    {
      title: textOrNull(title),
      note: textOrNull(note),
      stage,
      ...(stage && { view: viewForStage() }),
      ...(plays && { plays: true, step: null }),
    },
    isTidy,
  );

export const fragmentOf = (link: string): string => link.slice(link.indexOf('#') + 1);

/** The address of a file that lies beside the page. */
export const besidePage = (file: string): string => new URL(file, pageAddress()).href;

/** The address of a link's embed, which fits into any frame. */
export const embedAddress = (link: string): string => `${besidePage('embed.html')}#${fragmentOf(link)}`;

/** Whether only this device can open the page's address. */
export const isOnlyHere = (): boolean =>
  location.protocol === 'file:' || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname);

export const wordLimits = { title: limits.title, note: limits.note } as const;
