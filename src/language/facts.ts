/** What the page must know of a language before its texts are here. */
export interface LanguageFacts {
  /** What its speakers call it. */
  readonly name: string;
  /** As documents and `Intl` name it (BCP 47). */
  readonly tag: string;
  /** Where its lines begin. */
  readonly direction: 'ltr' | 'rtl';
  /** Between the members of a list. */
  readonly comma: string;
  /** Between a name and what it stands for. */
  readonly colon: string;
}
