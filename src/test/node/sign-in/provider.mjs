// A certified OpenID provider on loopback with three accounts: node provider.mjs PORT CERTIFICATE KEY CALLBACK, with the
// client's secret in CLIENT_SECRET. People sign in at its own pages, which take any password.
import https from 'node:https'
import { readFileSync } from 'node:fs'
import { Provider } from 'oidc-provider'

const [port, certificate, key, callback] = process.argv.slice(2)
const accounts = new Set(['ada', 'bob', 'eve'])

const provider = new Provider(`https://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'analysis-facility',
      client_secret: process.env.CLIENT_SECRET,
      redirect_uris: [callback],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      // How oauthenticator sends it, unless told otherwise.
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  cookies: { keys: ['of-one-test-run'] },
  findAccount: (context, id) =>
    accounts.has(id) ? { accountId: id, claims: () => ({ sub: `subject-of-${id}`, preferred_username: id }) } : undefined,
})

https
  .createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, provider.callback())
  .listen(Number(port), '127.0.0.1')
