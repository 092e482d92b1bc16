/** One picture of a playlist: a prepared screen, or a lesson, which has pictures of its own. */
export type PlaylistEntry = LinkEntry | LessonEntry;

interface Named {
  /** What the user calls it; empty: it is named by what it shows. */
  readonly name: string;
}

interface LinkEntry extends Named {
  readonly kind: 'link';
  /** The fragment of its link, without `#`. */
  readonly link: string;
}

interface LessonEntry extends Named {
  readonly kind: 'lesson';
  /** Key of a lesson. It may come from a file, so there may be no such lesson. */
  readonly lesson: string;
}

/** What is presented one after another. */
export interface Playlist {
  readonly name: string;
  readonly entries: readonly PlaylistEntry[];
}
