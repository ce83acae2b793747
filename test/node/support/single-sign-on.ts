import Provider from 'oidc-provider';
import type { Server } from 'node:http';
import {
  createGateway,
  type GatewayOptions,
} from '../../../demo/examples/single-sign-on/gateway.js';
import { freePort } from '../../../scripts/free-port.js';

/** The example's gateway at a site of its own, and an identity provider that knows it. */
export interface SingleSignOn {
  /** The provider's address. */
  readonly issuer: string;
  /** The site's address. */
  readonly origin: string;
  close(): void;
}

type Hospital = Pick<GatewayOptions, 'findPatient' | 'answerRecord' | 'now'>;

/** @param siteOf what answers at the site's address. Default: the gateway alone. */
export const openSingleSignOn = async (
  hospital: Hospital,
  siteOf = (gateway: Server) => gateway,
): Promise<SingleSignOn> => {
  const issuer = `http://localhost:${String(await freePort())}`;
  const origin = `http://localhost:${String(await freePort())}`;
  const client = {
    client_id: 'portal',
    client_secret: 'a-secret-of-the-tests',
    redirect_uris: [`${origin}/sso/callback`],
    post_logout_redirect_uris: [`${origin}/`],
  };
  const gateway = createGateway({
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    origin,
    ...hospital,
  });
  const servers = [
    new Provider(issuer, { clients: [client] }).listen(Number(new URL(issuer).port)),
    siteOf(gateway).listen(Number(new URL(origin).port)),
  ];
  return {
    issuer,
    origin,
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
};
