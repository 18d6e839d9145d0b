/** The two files that go into a page. */
export const CONTENT_SCRIPT = '/article.js';
export const MARKS_STYLE = '/marks.css';
