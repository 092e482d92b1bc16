import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './panels/styles/theme.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <main>
      <h1>Overshoot</h1>
    </main>
  </StrictMode>,
);
