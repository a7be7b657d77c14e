package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.SignIn;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The method in force is declared whole, and speaks TLS; what lies beside it for a change-over has to be right as well. */
final class SignInIsWhole implements Rule {
    private static final String PATH = "hub.signIn";

    /** As JupyterHub normalises a name, so that a declared one is the same as a signed-in one. */
    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,62}");

    @Override
    public void check(Facility facility, Problems problems) {
        SignIn signIn = facility.hub().signIn();
        boolean declared =
                switch (signIn.use()) {
                    case CILOGON -> signIn.cilogon().isPresent();
                    case OIDC -> signIn.oidc().isPresent();
                    case LDAP -> signIn.ldap().isPresent();
                    case TEST -> true;
                };
        if (!declared) {
            problems.add(
                    PATH + ".use",
                    "names a method that is not declared",
                    "\"" + signIn.use().key() + "\"",
                    "a method with its settings beside it",
                    "add " + PATH + "." + signIn.use().key());
        }
        signIn.cilogon().ifPresent(method -> entityId(method.identityProvider(), problems));
        signIn.oidc().ifPresent(method -> {
            https(PATH + ".oidc.authorizeUrl", method.authorizeUrl(), problems);
            https(PATH + ".oidc.tokenUrl", method.tokenUrl(), problems);
            https(PATH + ".oidc.userdataUrl", method.userdataUrl(), problems);
            method.caCertificate().ifPresent(pem -> Pem.authority(PATH + ".oidc.caCertificate", pem, problems));
        });
        signIn.ldap().ifPresent(method -> ldap(method, problems));
        for (int index = 0; index < signIn.administrators().size(); index++) {
            user(
                    PATH + ".administrators[" + index + "]",
                    signIn.administrators().get(index),
                    problems);
        }
    }

    /** CILogon compares it letter by letter; a display name or a bare host never matches, and lets nobody in. */
    private static void entityId(String provider, Problems problems) {
        if (!provider.startsWith("urn:") && !provider.startsWith("https://") && !provider.startsWith("http://")) {
            problems.add(
                    PATH + ".cilogon.identityProvider",
                    "is no EntityID",
                    "\"" + provider + "\"",
                    "a urn: or an address, as in CILogon's list of providers",
                    "copy it from there");
        }
    }

    private static void https(String path, String address, Problems problems) {
        try {
            var uri = new URI(address);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                return;
            }
        } catch (URISyntaxException malformed) {
            // Reported below, like every other that is none.
        }
        problems.add(path, "is no https address", "\"" + address + "\"", "https://host/path", "correct it");
    }

    private static void ldap(SignIn.Ldap method, Problems problems) {
        method.caCertificate().ifPresent(pem -> Pem.authority(PATH + ".ldap.caCertificate", pem, problems));
        if (!DnsName.isHost(method.server())) {
            problems.add(
                    PATH + ".ldap.server", "is no host", "\"" + method.server() + "\"", "a DNS name", "correct it");
        }
        if (method.port() < 1 || method.port() > 65_535) {
            problems.add(PATH + ".ldap.port", "is no port", "" + method.port(), "636 is LDAP over TLS", "correct it");
        }
        if (!method.bindDnTemplate().contains("{username}")) {
            problems.add(
                    PATH + ".ldap.bindDnTemplate",
                    "has no {username}, so that everybody would be the same person",
                    "\"" + method.bindDnTemplate() + "\"",
                    "a DN such as uid={username},ou=people,dc=example,dc=org",
                    "put {username} where the name stands");
        }
    }

    private static void user(String path, String name, Problems problems) {
        if (!USER.matcher(name).matches()) {
            problems.add(
                    path,
                    "is no user's name",
                    "\"" + name + "\"",
                    "lower-case letters, digits, and . _ @ - between them",
                    "write it as it is after signing in");
        }
    }
}
