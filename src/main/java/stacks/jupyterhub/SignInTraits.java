package stacks.jupyterhub;

import facility.Group;
import facility.SecretValue;
import facility.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sign-in as JupyterHub's authenticators read it (oauthenticator 17.4, ldapauthenticator 2.0). Every method lets in
 * those whom the hub knows and nobody else; see {@link SignIn}.
 */
final class SignInTraits {
    private static final String AUTHORITY = "/usr/local/etc/jupyterhub/sign-in-authority.pem";

    private final String host;
    private final SignIn signIn;

    SignInTraits(String host, SignIn signIn) {
        this.host = host;
        this.signIn = signIn;
    }

    /** Traits by class, for {@code hub.config}; the groups are there before anybody is in them. */
    Map<String, Map<String, Object>> byClass(List<Group> groups) {
        var traits = new TreeMap<String, Map<String, Object>>();
        traits.put("JupyterHub", Map.of("authenticator_class", authenticator(), "load_groups", empty(groups)));
        traits.put(
                "Authenticator",
                Map.of(
                        "admin_users",
                        signIn.administrators(),
                        "allow_all",
                        false,
                        // The registry puts members into the hub, and takes them out again.
                        "allow_existing_users",
                        true));
        method(traits);
        return traits;
    }

    private static Map<String, Object> empty(List<Group> groups) {
        var empty = new TreeMap<String, Object>();
        // Users only ever join by it; so an empty list leaves everybody where they are.
        groups.forEach(group -> empty.put(group.name(), Map.of("users", List.of())));
        return empty;
    }

    /** A line of Python that hands the method its secret; a value would show it. */
    Optional<String> secretProgram() {
        return signIn.secrets().stream()
                .findFirst()
                .map(secret -> "c." + trait(secret) + " = get_secret_value(\"" + secretKey(secret) + "\")\n");
    }

    /** The key of the hub's Secret that holds it. */
    static String secretKey(SecretValue secret) {
        return "hub.config." + trait(secret);
    }

    private static String trait(SecretValue secret) {
        return secret.equals(SignIn.TEST_PASSWORD) ? "DummyAuthenticator.password" : "OAuthenticator.client_secret";
    }

    private String authenticator() {
        return switch (signIn.use()) {
            case CILOGON -> "cilogon";
            case OIDC -> "generic-oauth";
            case LDAP -> "ldapauthenticator.LDAPAuthenticator";
            case TEST -> "dummy";
        };
    }

    private void method(Map<String, Map<String, Object>> traits) {
        switch (signIn.use()) {
            case CILOGON -> traits.put(
                    "CILogonOAuthenticator", closed(cilogon(signIn.cilogon().orElseThrow())));
            case OIDC -> traits.put(
                    "GenericOAuthenticator", closed(oidc(signIn.oidc().orElseThrow())));
            case LDAP -> traits.put(
                    "LDAPAuthenticator", closed(ldap(signIn.ldap().orElseThrow())));
            case TEST -> traits.put("DummyAuthenticator", closed(Map.of()));
        }
    }

    /** In the method's own class as well: there it outweighs a chart's default for the class. */
    private static Map<String, Object> closed(Map<String, Object> method) {
        var traits = new TreeMap<>(method);
        traits.put("allow_all", false);
        return traits;
    }

    private Map<String, Object> cilogon(SignIn.CiLogon method) {
        var derivation = new TreeMap<String, Object>();
        derivation.put("username_claim", method.usernameClaim());
        method.stripDomain().ifPresent(domain -> {
            derivation.put("action", "strip_idp_domain");
            derivation.put("domain", domain);
        });
        return Map.of(
                "client_id",
                method.clientId(),
                "oauth_callback_url",
                callback(),
                "idps",
                Map.of(method.identityProvider(), Map.of("default", true, "username_derivation", derivation)));
    }

    private Map<String, Object> oidc(SignIn.OpenIdConnect method) {
        var scope = new java.util.TreeSet<>(method.scope());
        scope.add("openid");
        var traits = new TreeMap<String, Object>(Map.of(
                "client_id", method.clientId(),
                "oauth_callback_url", callback(),
                "authorize_url", method.authorizeUrl(),
                "token_url", method.tokenUrl(),
                "userdata_url", method.userdataUrl(),
                "username_claim", method.usernameClaim(),
                "scope", List.copyOf(scope)));
        // Tornado's requests to the provider; the hub's other connections keep the image's list.
        method.caCertificate().ifPresent(pem -> traits.put("http_request_kwargs", Map.of("ca_certs", AUTHORITY)));
        return traits;
    }

    /** {@code hub.extraFiles}: the authority of the provider in force, if it is none of the image's own list. */
    Map<String, Object> files() {
        return signIn.oidc()
                .filter(method -> signIn.use() == SignIn.Method.OIDC)
                .flatMap(SignIn.OpenIdConnect::caCertificate)
                .<Map<String, Object>>map(
                        pem -> Map.of("sign-in-authority", Map.of("mountPath", AUTHORITY, "stringData", pem)))
                .orElse(Map.of());
    }

    private static Map<String, Object> ldap(SignIn.Ldap method) {
        var tls = new TreeMap<String, Object>();
        // Python's ssl.CERT_REQUIRED: without it ldap3 takes any certificate.
        tls.put("validate", 2);
        method.caCertificate().ifPresent(pem -> tls.put("ca_certs_data", pem));
        return Map.of(
                "server_address",
                method.server(),
                "server_port",
                method.port(),
                // TLS from the first byte.
                "tls_strategy",
                "on_connect",
                "tls_kwargs",
                tls,
                "bind_dn_template",
                List.of(method.bindDnTemplate()));
    }

    private String callback() {
        return "https://" + host + "/hub/oauth_callback";
    }
}
