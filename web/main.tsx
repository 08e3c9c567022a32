import { createRoot } from 'react-dom/client';
import { App } from './app';
import { reportFault } from './client/problem';
import { nonce } from './nonce';

// Scroll locks of dialogs add a style of their own; this is the name under which they look for the nonce.
Object.assign(globalThis, { __webpack_nonce__: nonce });

// After a new release the scripts this page knows are gone: the page as it is now has new ones.
window.addEventListener('vite:preloadError', () => window.location.reload());

const root = document.getElementById('root');
if (root) createRoot(root, { onCaughtError: reportFault }).render(<App />);
