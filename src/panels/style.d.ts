import 'react';

declare module 'react' {
  /** Custom properties that a component sets for its style sheet. */
  interface CSSProperties {
    '--run'?: string;
    '--half'?: number;
    '--third'?: number;
    /** Of the text of a number field. */
    '--characters'?: number;
  }
}
