import { register } from '@adobe/uix-guest';

const extensionId = 'perennial';

// Commerce Admin opens this page twice: hidden, to read the menu item, and visible, to show the console.
new ResizeObserver(([page], observer) => {
  if (!page || page.contentRect.width === 0) return;
  observer.disconnect();
  history.replaceState(null, '', '/');
  void import('../main.tsx');
}).observe(document.documentElement);

// Outside a frame there is no host to register with.
if (window.parent !== window)
  await register({
    id: extensionId,
    methods: {
      menu: {
        async getItems() {
          return [
            {
              id: `${extensionId}::amazon_sales_channel`,
              title: 'Amazon Sales Channel',
              parent: 'Magento_Backend::marketing',
              sandbox: 'allow-popups allow-downloads',
              sortOrder: 90,
            },
          ];
        },
      },
      page: {
        async getTitle() {
          return 'Amazon Sales Channel';
        },
      },
    },
  });
