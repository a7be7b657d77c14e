package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamespaceHasLimitRangeTest {
    private static final String NAMESPACE = "kind: Namespace\nmetadata: {name: dune}\n";

    @Test
    void defaults_for_containers_pass() {
        assertThat(
                        Asked.of(new NamespaceHasLimitRange())
                                .about(
                                        NAMESPACE,
                                        """
                                kind: LimitRange
                                metadata: {name: defaults, namespace: dune}
                                spec: {limits: [{type: Container, default: {cpu: 1, memory: 1}, defaultRequest: {cpu: 1, memory: 1}}]}
                                """))
                .isEmpty();
    }

    @Test
    void a_namespace_without_them_is_named() {
        assertThat(Asked.of(new NamespaceHasLimitRange()).about(NAMESPACE))
                .containsExactly("Namespace dune: has no LimitRange; one of type Container with default and"
                        + " defaultRequest of cpu and memory; declare its limits in facility:namespaces");
    }

    @Test
    void limits_on_claims_alone_give_containers_no_default() {
        assertThat(
                        Asked.of(new NamespaceHasLimitRange())
                                .about(
                                        NAMESPACE,
                                        """
                                kind: LimitRange
                                metadata: {name: claims, namespace: dune}
                                spec: {limits: [{type: PersistentVolumeClaim, max: {storage: 1Gi}}]}
                                """))
                .hasSize(1);
    }

    @Test
    void defaults_of_nothing_are_none() {
        for (String limits : new String[] {
            "default: {}, defaultRequest: {}", "default: {cpu: 1, memory: 1}, defaultRequest: {cpu: 1}"
        }) {
            assertThat(Asked.of(new NamespaceHasLimitRange())
                            .about(
                                    NAMESPACE,
                                    "kind: LimitRange\nmetadata: {name: defaults, namespace: dune}\n"
                                            + "spec: {limits: [{type: Container, " + limits + "}]}\n"))
                    .as(limits)
                    .hasSize(1);
        }
    }
}
