/** Three entries in place of the knowledge base: the background's messages are tested, not its content. */
export default {
  fasciculation: JSON.stringify({ id: 'fasciculation', category: 'symptom' }),
  magnesium: JSON.stringify({ id: 'magnesium', category: 'nutrient' }),
  zinc: JSON.stringify({ id: 'zinc', category: 'nutrient' }),
};
