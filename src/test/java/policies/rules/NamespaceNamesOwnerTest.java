package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamespaceNamesOwnerTest {
    @Test
    void owner_and_experiment_pass() {
        assertThat(Asked.of(new NamespaceNamesOwner())
                        .about(namespace("{facility/owner: team, facility/experiment: dune}")))
                .isEmpty();
    }

    @Test
    void each_label_that_is_missing_or_empty_is_named() {
        assertThat(Asked.of(new NamespaceNamesOwner()).about(namespace("{facility/owner: ''}")))
                .containsExactly(
                        "Namespace dune: lacks a label, facility/experiment; a value for it; declare owner and experiment in"
                                + " facility:namespaces",
                        "Namespace dune: lacks a label, facility/owner; a value for it; declare owner and experiment in"
                                + " facility:namespaces");
    }

    private static String namespace(String labels) {
        return "kind: Namespace\nmetadata: {name: dune, labels: " + labels + "}\n";
    }
}
