/** The toolbar popup. */
import { render } from 'preact';
import { dressPage } from '../../components/theme.ts';
import { Popup } from './Popup.tsx';

dressPage();
const root = document.getElementById('popup');
if (root) render(<Popup />, root);
