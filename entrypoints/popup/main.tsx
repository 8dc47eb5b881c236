/** The toolbar popup. */
import { render } from 'preact';
import { dressPage } from '../../components/theme.ts';
import { fitHeight } from './fit.ts';
import { Popup } from './Popup.tsx';

dressPage();
fitHeight();
const root = document.getElementById('popup');
if (root) render(<Popup />, root);
