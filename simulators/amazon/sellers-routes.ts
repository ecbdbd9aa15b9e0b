import { Router } from 'express';
import type { Fault, Faults } from '../controls/faults.ts';
import type { Simulation } from '../simulation.ts';
import { admitRequest } from './admit-request.ts';
import type { Marketplace } from './marketplaces.ts';
import type { Seller } from './sellers.ts';

export const participationsPath = '/sellers/v1/marketplaceParticipations';
export const accountPath = '/sellers/v1/account';

/** The Sellers API: the marketplaces that a seller takes part in, and the seller's account. */
export function sellersRoutes(simulation: Simulation): Router {
  const { faults, usagePlans } = simulation;
  const router = Router();

  router.get(participationsPath, async (request, response) => {
    const seller = await admitRequest(simulation, usagePlans.participations, request, response);
    if (seller !== undefined) response.json({ payload: listParticipations(faults, seller) });
  });

  router.get(accountPath, async (request, response) => {
    const seller = await admitRequest(simulation, usagePlans.account, request, response);
    if (seller !== undefined) response.json({ payload: describeAccount(faults, seller) });
  });
  return router;
}

function listParticipations(faults: Faults, { email, marketplaces, storeName }: Seller): object[] {
  const suspended = faults.take('suspended', email);
  const absent = faults.take('not_participating', email);
  return marketplaces.map((marketplace) => ({
    marketplace,
    storeName,
    participation: {
      isParticipating: !hits(absent, marketplace),
      hasSuspendedListings: hits(suspended, marketplace),
    },
  }));
}

/** Without the primary contact, which Amazon's model does not require. */
function describeAccount(faults: Faults, seller: Seller): object {
  return {
    marketplaceParticipationList: listParticipations(faults, seller),
    businessType: seller.isProfessional ? 'PRIVATE_LIMITED' : 'INDIVIDUAL',
    sellingPlan: seller.isProfessional ? 'PROFESSIONAL' : 'INDIVIDUAL',
    business: {
      name: seller.businessName,
      registeredBusinessAddress: {
        addressLine1: '1 Example Street',
        countryCode: seller.region === 'NA' ? 'US' : 'GB',
      },
    },
  };
}

function hits(fault: Fault | undefined, { countryCode }: Marketplace): boolean {
  return fault !== undefined && (fault.country === undefined || fault.country === countryCode);
}
