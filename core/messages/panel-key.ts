/** Session storage key of a `PanelRequest` (`panel.ts`): apart from its schema, which the popup has no use for. */
export const PANEL_KEY = 'panel';
