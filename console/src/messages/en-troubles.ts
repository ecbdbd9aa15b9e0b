/** What can go wrong, in English. */
export const troubles = {
  'connection.lost': 'The live connection is lost. What you see may be out of date; it is being restored.',
  'trouble.title': 'This could not be loaded',
  'trouble.retry': 'Try again',
  'trouble.noAnswer': 'Perennial did not answer. Check your connection and try again.',
  'trouble.requestId': 'Request {id}',
  'trouble.crashTitle': 'This page broke',
  'trouble.crash': 'Something in the console went wrong. Nothing was changed by it. Load the page again.',
  'trouble.reload': 'Load again',
  'notFound.title': 'There is nothing here',
  'notFound.text': 'The address is not one of the console. The stores are all on the home page.',
  'notFound.home': 'Go to Home',
  'reason.code_expired':
    "Amazon's authorization code was no longer valid when it was used. Open the new connect link and agree once more.",
  'reason.seller_mismatch':
    'Another seller agreed than the one this store belongs to. Sign in to Seller Central as the right seller and open the connect link again.',
  'reason.store_exists': 'This seller already has a store for this country. Use that store, or delete it first.',
  'reason.store_name_taken': 'A store with this name exists already. Choose another name.',
  'reason.not_participating':
    'This seller does not sell in this country. Register that marketplace in Seller Central, then connect again.',
  'reason.account_not_eligible':
    'Amazon does not let this account authorize applications. Sign in as the primary user of a Professional selling account, then connect again.',
  'reason.authorization_revoked': 'The seller no longer authorizes us at Amazon. Connect the store again.',
  'reason.authorization_expired':
    'The year of the authorization ended without a renewal. Connect the store again: its settings are kept.',
  'reason.disconnected_by_admin': 'An administrator disconnected this store. Connect it again to go on.',
  'problem.store_name_taken': 'A store with this name exists already. Choose another name.',
  'problem.store_exists': 'The seller already has a store for this country.',
  'problem.store_not_found': 'There is no such store.',
  'problem.store_deleted': 'The store was deleted.',
  'problem.store_creating': 'The store is not recorded yet. Try again in a moment.',
  'problem.setup_not_finished': 'The store was never connected. Connect it first.',
  'problem.store_not_connected': 'The store is not connected. Connect it first.',
  'problem.store_workflow_gone': 'The workflow of this store has ended. An operator has to start it again.',
  'problem.invalid_body': 'Some fields have mistakes.',
  'problem.too_many_requests': 'Too many requests at once. Wait a moment and try again.',
  'problem.temporal_unavailable':
    'Changes are not possible just now, because the workflow service does not answer. Try again in a moment.',
  'problem.commerce_unavailable': 'Adobe Commerce cannot be asked just now. Try again in a moment.',
  'problem.database_unavailable': 'The database does not answer. Try again in a moment.',
  'problem.foreign_origin':
    'This page is opened under another address than Perennial expects. Open it by its public address.',
  'problem.forbidden': 'Your role is not enough for this. Ask an admin.',
  'problem.other': 'Something of ours went wrong. Try again; if it stays, tell whoever runs Perennial.',
} as const;
