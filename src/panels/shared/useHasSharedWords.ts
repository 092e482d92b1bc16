import { useScreen } from '../../workbench/stores/screenStore';

/** Whether the sender of the link wrote a title or a note. */
export const useHasSharedWords = (): boolean => useScreen(({ title, note }) => title !== null || note !== null);
