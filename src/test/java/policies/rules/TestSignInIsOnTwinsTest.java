package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestSignInIsOnTwinsTest {
    @Test
    void it_passes_on_a_twin_and_proof_passes_everywhere() {
        assertThat(Asked.of(new TestSignInIsOnTwins()).on("twin/dev/6f1c").about(hub("dummy")))
                .isEmpty();
        assertThat(Asked.of(new TestSignInIsOnTwins()).about(hub("generic-oauth")))
                .isEmpty();
    }

    @Test
    void it_is_named_on_a_real_cluster() {
        assertThat(Asked.of(new TestSignInIsOnTwins()).about(hub("dummy")))
                .containsExactly(
                        "ConfigMap jupyterhub/hub: signs people in without proof, dummy; only where the provider's"
                                + " clusterIdentifier begins with twin/; set hub.signIn.use to cilogon, oidc or ldap");
    }

    @Test
    void a_class_by_its_whole_name_and_a_cluster_called_like_a_twin_do_not_get_through() {
        assertThat(Asked.of(new TestSignInIsOnTwins()).about(hub("jupyterhub.auth.DummyAuthenticator")))
                .hasSize(1);
        assertThat(Asked.of(new TestSignInIsOnTwins()).on("my-twin/dev").about(hub("dummy")))
                .hasSize(1);
    }

    @Test
    void the_hubs_own_program_is_read_too() {
        assertThat(Asked.of(new TestSignInIsOnTwins())
                        .about(Asked.hub("hub: {extraConfig: {a: 'c.JupyterHub.authenticator_class = \"dummy\"'}}\n"
                                + "singleuser: {x: y}")))
                .hasSize(1);
    }

    private static String hub(String authenticator) {
        return Asked.hub(
                "hub: {config: {JupyterHub: {authenticator_class: " + authenticator + "}}}\nsingleuser: {x: y}");
    }
}
