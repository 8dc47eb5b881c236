export default 'test-lexicon';
