import type { ReactNode } from 'react';

/** A name and the controls that it belongs to, which have their own accessible names. */
export function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="export-row">
      <span className="export-label">{label}</span>
      <div className="export-controls">{children}</div>
    </div>
  );
}
