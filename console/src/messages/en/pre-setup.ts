/** The learning page and the pre-setup tasks. */
export const preSetup = {
  'learning.intro': 'What to prepare before a store can sell, and how its connection to Amazon is kept alive.',
  'learning.howTitle': 'How it works',
  'learning.step1': 'You add a store and send the seller its connect link, or open the link yourself.',
  'learning.step2':
    'The seller signs in to Seller Central and authorizes the store. Perennial then verifies with Amazon that the seller can sell there.',
  'learning.step3':
    'The authorization lasts 365 days. The seller is reminded to renew 30, 14, 7, 3 and 1 days before it expires. The store keeps working until then.',
  'learning.step4':
    'Renewing starts a new year on that day. Without renewal, the store expires but keeps its settings. It works again as soon as the seller authorizes it again.',
  'tasks.title': 'Pre-setup tasks',
  'tasks.intro': 'Eight things to prepare. Perennial checks what it can; tick off the others yourself.',
  'tasks.progress': '{done} of {count} done',
  'tasks.continue': 'Continue: add a store',
  'tasks.later': 'You can find these tasks later under Learning and preparing.',
  'tasks.markDone': 'Done',
  'tasks.doneBy': 'Ticked off by {who} on {date}',
  'tasks.doneAt': 'Ticked off on {date}',
  'tasks.unknown': 'Commerce is unavailable',
  'tasks.passed': 'Checked: ready',
  'tasks.failed': 'Checked: not ready yet',
  'tasks.unavailable': 'The state of the tasks could not be loaded. You can continue and come back later.',
  'task.cron.title': 'Enable Commerce cron',
  'task.cron.text':
    'Commerce communicates with Amazon in the background, through cron jobs. In Commerce Admin, see System > Cron Tasks, or check with your Commerce administrator that cron runs every minute.',
  'task.professional_account.title': 'Get a Professional Seller Central account',
  'task.professional_account.text':
    'Amazon only lets the primary user of a Professional selling account connect applications. You need one account for North America (United States, Canada, Mexico) or for Europe (United Kingdom).',
  'task.approved_seller.title': 'Become an approved seller',
  'task.approved_seller.text':
    'In Seller Central, the account has no restrictions, and its return policy, tax settings and shipping settings are complete.',
  'task.vat.title': 'Set up VAT for the United Kingdom',
  'task.vat.text':
    'Only for stores in the United Kingdom: enter the VAT number in Seller Central, and make Commerce calculate VAT for that website.',
  'task.attributes.title': 'Create attributes for product IDs',
  'task.attributes.text':
    'Amazon identifies your products by ASIN, EAN, ISBN, UPC or GCID. Your Commerce catalog needs a product attribute for each kind of ID that you use.',
  'task.currency.title': 'Set the currency and its conversion rate',
  'task.currency.text':
    'The website uses the currency of the marketplace, or Commerce has a conversion rate to it (US dollar, Canadian dollar, Mexican peso, pound sterling).',
  'task.condition.title': 'Create an attribute for the condition',
  'task.condition.text':
    'Amazon needs to know whether a product is new, refurbished or used. If you sell anything but new products, create a product attribute for it in Commerce.',
  'task.shipping.title': 'Choose the shipping method in Seller Central',
  'task.shipping.text':
    'Seller Central has a shipping template for orders that you ship yourself. Its shipping methods determine what buyers pay and the delivery date they are promised.',
} as const;
