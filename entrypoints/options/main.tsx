/** The options page. */
import { render } from 'preact';
import { dressPage } from '../../components/theme.ts';
import { t } from '../../components/words.ts';
import { Options } from './Options.tsx';

dressPage();
document.title = t('options.title');
const root = document.getElementById('options');
if (root) render(<Options />, root);
