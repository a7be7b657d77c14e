package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedServersAreFewTest {
    @Test
    void five_pass_and_so_do_none() {
        assertThat(Asked.of(new NamedServersAreFew()).about(hub("allowNamedServers: true, namedServerLimitPerUser: 5")))
                .isEmpty();
        assertThat(Asked.of(new NamedServersAreFew()).about(hub("allowNamedServers: false")))
                .isEmpty();
    }

    @Test
    void six_are_named() {
        assertThat(Asked.of(new NamedServersAreFew()).about(hub("allowNamedServers: true, namedServerLimitPerUser: 6")))
                .containsExactly("ConfigMap jupyterhub/hub: gives each user many named servers, 6; at most 5; lower"
                        + " hub.namedServers in facility:hub");
    }

    @Test
    void no_limit_is_the_worst_limit() {
        assertThat(Asked.of(new NamedServersAreFew()).about(hub("allowNamedServers: true, namedServerLimitPerUser: 0")))
                .singleElement()
                .asString()
                .contains("no limit");
        assertThat(Asked.of(new NamedServersAreFew()).about(hub("allowNamedServers: true")))
                .hasSize(1);
    }

    /** JupyterHub's own traits come after the chart's values, the hub's program after both. */
    @Test
    void the_traits_behind_the_values_are_read_too() {
        String five = "allowNamedServers: true, namedServerLimitPerUser: 5, ";
        for (String round : new String[] {
            five + "config: {JupyterHub: {named_server_limit_per_user: 50}}",
            "allowNamedServers: false, config: {JupyterHub: {allow_named_servers: true}}",
            five + "extraConfig: {more: 'c.JupyterHub.named_server_limit_per_user = 50'}",
            five + "extraConfig: {more: 'c.JupyterHub.named_server_limit_per_user = limit'}",
            "extraConfig: {more: 'c.JupyterHub.allow_named_servers = True'}"
        }) {
            assertThat(Asked.of(new NamedServersAreFew()).about(hub(round)))
                    .as(round)
                    .hasSize(1);
        }
    }

    private static String hub(String values) {
        return Asked.hub("hub: {" + values + "}\nsingleuser: {x: y}");
    }
}
