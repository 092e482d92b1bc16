import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './panels/Page';
import { startWorkbench } from './workbench/start';

await startWorkbench();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
