/** How a connection lives, and the pre-setup tasks, in English. */
export const preparing = {
  'learning.title': 'Learning and preparing',
  'learning.intro': 'What has to be in place before a store can sell, and how the connection to Amazon lives on.',
  'learning.yearTitle': 'How a connection lives',
  'learning.year1': 'You add a store and send the seller its connect link, or open it yourself.',
  'learning.year2':
    'The seller signs in to Seller Central and agrees. Amazon is asked whether the store may really sell there.',
  'learning.year3':
    'The authorization lasts 365 days. 30, 14, 7, 3 and 1 days before the end the seller is asked to renew; nothing stops meanwhile.',
  'learning.year4':
    'Renewing counts a new year from that day. Without it the store expires, keeps its settings, and comes back with one consent.',
  'tasks.title': 'Pre-setup tasks',
  'tasks.intro': 'Eight things to have ready. What can be checked is checked by Perennial; tick the others yourself.',
  'tasks.progress': '{done} of {count} done',
  'tasks.continue': 'Continue: add a store',
  'tasks.later': 'You find these tasks again under Learning and preparing.',
  'tasks.markDone': 'Done',
  'tasks.doneBy': 'Ticked by {who} on {date}',
  'tasks.doneAt': 'Ticked on {date}',
  'tasks.unknown': 'Commerce could not be asked',
  'tasks.passed': 'Checked: in place',
  'tasks.failed': 'Checked: not in place yet',
  'tasks.away': 'The list of tasks cannot be read just now. You can go on and come back to it.',
  'task.cron.title': 'Turn on Commerce cron',
  'task.cron.text':
    'Commerce talks to Amazon in the background, by its cron jobs. In Commerce Admin, look at System, Cron Tasks, or ask whoever runs your Commerce whether cron runs every minute.',
  'task.professional_account.title': 'Have a Professional Seller Central account',
  'task.professional_account.text':
    'Amazon lets only Professional selling accounts connect applications, and only their primary user. You need one account for North America (United States, Canada, Mexico) or for Europe (United Kingdom).',
  'task.approved_seller.title': 'Be an approved seller',
  'task.approved_seller.text':
    'In Seller Central the account has no restrictions, and its return policy, tax settings and shipping settings are filled in.',
  'task.vat.title': 'Set up VAT for the United Kingdom',
  'task.vat.text':
    'Only for stores in the United Kingdom: the VAT number is in Seller Central, and Commerce calculates VAT for that website.',
  'task.attributes.title': 'Create attributes for product ids',
  'task.attributes.text':
    'Amazon recognises your products by ASIN, EAN, ISBN, UPC or GCID. Your Commerce catalog needs a product attribute for each kind of id that you use.',
  'task.currency.title': 'Set the currency and its conversion',
  'task.currency.text':
    'The website sells in the currency of the marketplace, or Commerce has a conversion rate to it (US dollar, Canadian dollar, Mexican peso, pound sterling).',
  'task.condition.title': 'Create an attribute for the condition',
  'task.condition.text':
    'Amazon wants to know whether a product is new, refurbished or used. If you sell more than new products, a product attribute in Commerce says it.',
  'task.shipping.title': 'Choose the shipping method in Seller Central',
  'task.shipping.text':
    'Seller Central has a shipping template for what you send yourself. Its methods decide what buyers pay and when they are promised the parcel.',
} as const;
