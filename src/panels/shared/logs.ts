import { useMemo } from 'react';
import type { StyledLog } from '../../plots/kit/types';
import { useShownLogs } from '../../workbench/stores/shownLogs';
import { logStyle } from './runStyles';

/** The runs from elsewhere that are shown beside ours, with their styles. */
export function useStyledLogs(): readonly StyledLog[] {
  const logs = useShownLogs();
  return useMemo(() => logs.map((log, index) => ({ log, style: logStyle(index, log.log.name) })), [logs]);
}
