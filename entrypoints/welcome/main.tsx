/** The page that opens after installing. */
import { render } from 'preact';
import { dressPage } from '../../components/theme.ts';
import { t } from '../../components/words.ts';
import { Welcome } from './Welcome.tsx';

dressPage();
document.title = t('welcome.title');
const root = document.getElementById('welcome');
if (root) render(<Welcome />, root);
