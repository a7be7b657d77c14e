package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Who may sign in to the hub, and how. However they sign in, only those are let in whom the hub knows already: the
 * members of the declared groups, whom the registry put there, and the administrators. Nobody can be let in by omission,
 * because there is no value that lets everybody in.
 *
 * @param use the method in force; the others may be declared beside it, so that changing over is this one word
 * @param administrators user names
 */
public record SignIn(
        Method use,
        Optional<CiLogon> cilogon,
        Optional<OpenIdConnect> oidc,
        Optional<Ldap> ldap,
        List<String> administrators) {
    /** The name and the password, or the provider's own secret, that the hub needs for the method. */
    public static final SecretValue CLIENT_SECRET =
            SecretValue.text("hubClientSecret", "proves the hub to the provider that people sign in at");

    public static final SecretValue TEST_PASSWORD =
            SecretValue.text("hubTestPassword", "is what everybody signs in with on a twin");

    public SignIn {
        requireNonNull(use, "use is null");
        requireNonNull(cilogon, "cilogon is null");
        requireNonNull(oidc, "oidc is null");
        requireNonNull(ldap, "ldap is null");
        administrators = List.copyOf(administrators);
    }

    /** How people prove who they are. */
    public enum Method implements Keyed {
        /** Federated identity, with the laboratory's own provider. */
        CILOGON("cilogon"),
        /** The laboratory's provider directly. */
        OIDC("oidc"),
        /** The laboratory's directory. */
        LDAP("ldap"),
        /** One password for all names: on a twin only. */
        TEST("test");

        private final String key;

        Method(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /**
     * CILogon with one provider.
     *
     * @param identityProvider the provider's EntityID, as in CILogon's list: a urn or an address
     * @param usernameClaim the claim that a user's name is taken from
     * @param stripDomain the domain that is taken off the claim's value; empty if it has none
     */
    public record CiLogon(
            String clientId, String identityProvider, String usernameClaim, Optional<String> stripDomain) {}

    /**
     * OpenID Connect.
     *
     * @param usernameClaim the claim that is the user's name
     * @param scope what is asked for beside {@code openid}
     * @param caCertificate the authority that signed the provider's certificate, as PEM: then it alone is trusted; empty
     *     for the image's own list
     */
    public record OpenIdConnect(
            String clientId,
            String authorizeUrl,
            String tokenUrl,
            String userdataUrl,
            String usernameClaim,
            List<String> scope,
            Optional<String> caCertificate) {
        public OpenIdConnect {
            scope = List.copyOf(scope);
            requireNonNull(caCertificate, "caCertificate is null");
        }
    }

    /**
     * A directory, over TLS from the first byte.
     *
     * @param bindDnTemplate the DN of a user, with {@code {username}} in it
     * @param caCertificate the authority that signed the server's certificate, as PEM; empty for the image's own list
     */
    public record Ldap(String server, int port, String bindDnTemplate, Optional<String> caCertificate) {}

    /** The secrets that the method needs. */
    public List<SecretValue> secrets() {
        return switch (use) {
            case CILOGON, OIDC -> List.of(CLIENT_SECRET);
            case LDAP -> List.of();
            case TEST -> List.of(TEST_PASSWORD);
        };
    }
}
