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

    private static String hub(String values) {
        return Asked.hub("hub: {" + values + "}\nsingleuser: {x: y}");
    }
}
