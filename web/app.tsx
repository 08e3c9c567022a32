import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { reportFault } from './client/problem';
import { queryClient } from './client/query-client';
import { nonce } from './nonce';
import { router } from './routes';
import { cssVariablesResolver, theme } from './theme/theme';

/** Everything that pages stand on: looks, data, addresses. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme="light"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} onError={reportFault} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
