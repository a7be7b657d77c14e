package stacks.jupyterhub;

import static java.util.Objects.requireNonNull;

import facility.SecretValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A program outside the hub that uses its REST API: with a token of its own and a role that has no right beyond.
 *
 * @param scopes JupyterHub's names of what it may do
 * @param url where the proxy finds it; empty if it only asks the hub
 * @param oauthRedirectUri where users come back to after signing in; empty if nobody signs in at it
 * @param program Python that the hub runs for it, under {@code hub.extraConfig}; empty if it needs none
 * @param forServers what users' servers find of it
 */
public record HubService(
        String name,
        SecretValue token,
        List<String> scopes,
        Optional<String> url,
        Optional<String> oauthRedirectUri,
        Optional<String> program,
        ForServers forServers) {
    /**
     * Scopes of administration with a narrower one that does. {@code admin:users} is not among them: JupyterHub has no
     * other that makes and deletes users.
     */
    private static final Map<String, String> TOO_WIDE = Map.of(
            "admin-ui", "a service has no use for the page",
            "admin:auth_state", "what a sign-in left belongs to the user and the hub",
            "admin:groups", "groups!group=NAME changes the members of one",
            "admin:servers", "servers starts and stops, read:servers looks",
            "admin:server_state", "read:servers shows all but how the spawner keeps it",
            "admin:services", "read:services looks",
            "shutdown", "only Kubernetes ends the hub");

    public HubService {
        requireNonNull(name, "name is null");
        requireNonNull(token, "token is null");
        scopes = List.copyOf(scopes);
        for (String scope : scopes) {
            String wide = scope.replaceAll("!.*", "");
            if (TOO_WIDE.containsKey(wide)) {
                throw new IllegalArgumentException(
                        "service " + name + " asks for " + scope + ": " + TOO_WIDE.get(wide));
            }
        }
        requireNonNull(url, "url is null");
        requireNonNull(oauthRedirectUri, "oauthRedirectUri is null");
        requireNonNull(program, "program is null");
        requireNonNull(forServers, "forServers is null");
    }

    /** One that asks the hub, and that no user sees. */
    public HubService(String name, SecretValue token, List<String> scopes) {
        this(name, token, scopes, Optional.empty(), Optional.empty(), Optional.empty(), ForServers.NOTHING);
    }

    /** The same at an address to which the proxy leads {@code /services/<name>}, and which every user may use. */
    public HubService at(String address) {
        return new HubService(name, token, scopes, Optional.of(address), oauthRedirectUri, program, forServers);
    }

    /** The same, and users sign in at it through the hub: it brings them back to this address. */
    public HubService signingIn(String redirectUri) {
        return new HubService(name, token, scopes, url, Optional.of(redirectUri), program, forServers);
    }

    /** The same, and the hub runs this program for it. */
    public HubService running(String text) {
        return new HubService(name, token, scopes, url, oauthRedirectUri, Optional.of(text), forServers);
    }

    /** The same, and users' servers find this of it. */
    public HubService known(ForServers servers) {
        return new HubService(name, token, scopes, url, oauthRedirectUri, program, servers);
    }

    /** Whether users may use it. */
    boolean forUsers() {
        return url.isPresent() || oauthRedirectUri.isPresent();
    }

    /** The key of the hub's Secret that holds its token, as zero-to-jupyterhub names it. */
    public String tokenKey() {
        return tokenKey(name);
    }

    static String tokenKey(String name) {
        return "hub.services." + name + ".apiToken";
    }

    /** Its entry of {@code hub.services}; both charts take the token from the Secret. */
    Map<String, Object> service() {
        var service = new TreeMap<String, Object>(Map.of("display", false));
        url.ifPresent(address -> service.put("url", address));
        oauthRedirectUri.ifPresent(address -> {
            // JupyterHub wants the prefix; the service is the facility's own, so nobody is asked to agree.
            service.put("oauth_client_id", "service-" + name);
            service.put("oauth_redirect_uri", address);
            service.put("oauth_no_confirm", true);
        });
        return service;
    }

    /** Its entry of {@code hub.loadRoles}. */
    Map<String, Object> role() {
        return Map.of("scopes", scopes, "services", List.of(name));
    }
}
