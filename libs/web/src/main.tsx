import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/mantine-styles.js';
import './app/global.css';
import { Providers } from './app/providers.js';
import { AppRouter } from './app/router.js';
import { registerServiceWorker } from './offline/register-service-worker.js';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <AppRouter />
      </Providers>
    </StrictMode>,
  );
}

registerServiceWorker();
