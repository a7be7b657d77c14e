package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInIsForSomebodyTest {
    @Test
    void those_whom_the_hub_knows_pass() {
        assertThat(Asked.of(new SignInIsForSomebody())
                        .about(hub("GenericOAuthenticator: {allow_all: false, allowed_users: [ada]}")))
                .isEmpty();
    }

    @Test
    void everybody_is_named() {
        assertThat(Asked.of(new SignInIsForSomebody()).about(hub("CILogonOAuthenticator: {allow_all: true}")))
                .containsExactly(
                        "ConfigMap jupyterhub/hub: lets everybody in, CILogonOAuthenticator.allow_all true; false;"
                                + " leave allow_all false, and let the groups say who is let in");
    }

    @Test
    void a_star_for_a_name_is_everybody_too() {
        assertThat(Asked.of(new SignInIsForSomebody()).about(hub("Authenticator: {admin_users: [\"*\"]}")))
                .singleElement()
                .asString()
                .contains("names everybody, Authenticator.admin_users *");
        assertThat(Asked.of(new SignInIsForSomebody()).about(hub("Authenticator: {allowed_users: [\"*\"]}")))
                .hasSize(1);
    }

    @Test
    void accounts_for_the_asking_and_the_hubs_own_program_are_named() {
        assertThat(Asked.of(new SignInIsForSomebody()).about(hub("NativeAuthenticator: {open_signup: true}")))
                .hasSize(1);
        assertThat(Asked.of(new SignInIsForSomebody()).about(hub("CILogonOAuthenticator: {allow_all: yes}")))
                .hasSize(1);
        assertThat(Asked.of(new SignInIsForSomebody())
                        .about(Asked.hub(
                                "hub: {extraConfig: {a: 'c.Authenticator.allow_all = True'}}\nsingleuser: {x: y}")))
                .singleElement()
                .asString()
                .contains("lets everybody in, hub.extraConfig c.Authenticator.allow_all True; False;");
    }

    private static String hub(String config) {
        return Asked.hub("hub: {config: {" + config + "}}\nsingleuser: {x: y}");
    }
}
