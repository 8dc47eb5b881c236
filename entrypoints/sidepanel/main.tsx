/** The side panel (Chrome, Edge) or sidebar (Firefox): entries to read beside the page. Also opens as a tab, at `#<id>`. */
import { render } from 'preact';
import { dressPage } from '../../components/theme.ts';
import { Panel } from './Panel.tsx';
import { askedFor } from './requests.ts';

dressPage();
const root = document.getElementById('panel');
const first = await askedFor();
if (root) render(<Panel first={first} />, root);
