import { besidePage, embedAddress, fragmentOf } from './choices';

/** How an embed is put into another page. */
export const snippetKinds = ['element', 'frame', 'address'] as const;
export type SnippetKind = (typeof snippetKinds)[number];

/** A text inside of an attribute's double quotes. */
export const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Pixels of a frame that cannot follow its content: the plots, a sentence, and each control. */
const frameHeight = (controls: number): number => 520 + 80 * controls;

interface SnippetParts {
  readonly link: string;
  /** What a screen reader calls the embed. */
  readonly title: string;
  /** The number of controls on the stage. */
  readonly controls: number;
}

/** The text to copy. */
export const snippets: Readonly<Record<SnippetKind, (parts: SnippetParts) => string>> = {
  element: ({ link, title }) =>
    [
      `<script src="${attribute(besidePage('embed.js'))}" async></script>`,
      `<overshoot-plot title="${attribute(title)}" link="${attribute(fragmentOf(link))}"></overshoot-plot>`,
    ].join('\n'),
  frame: ({ link, title, controls }) =>
    `<iframe title="${attribute(title)}" src="${attribute(embedAddress(link))}" width="100%" height="${frameHeight(controls)}" style="border: 0" loading="lazy" allow="fullscreen"></iframe>`,
  address: ({ link }) => embedAddress(link),
};
