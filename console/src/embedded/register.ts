import { register } from '@adobe/uix-guest';

const extensionId = 'perennial';

/** Commerce Admin opens this page unseen and asks it where in the menu the console belongs. */
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
