/** What is opened from the popup's home: a part of its own, so that the home need not wait for it. */
export { EntryPane } from './EntryPane.tsx';
export { FinderPane } from './FinderPane.tsx';
