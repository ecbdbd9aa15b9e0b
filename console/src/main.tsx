import '@react-spectrum/s2/page.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { reloadOnRelease } from './reload-on-release.ts';

reloadOnRelease();
const root = document.getElementById('console');
if (root) createRoot(root).render(<App />);
