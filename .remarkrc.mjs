import validateLinks from 'remark-validate-links';

/** `npm run links`: every link in the docs to a file or a heading of this repository leads somewhere. */
export default { plugins: [[validateLinks, { repository: false }]] };
