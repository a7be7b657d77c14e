package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestsArePresentTest {
    @Test
    void requests_and_limits_in_their_place_pass() {
        assertThat(Asked.of(new RequestsArePresent())
                        .about(Asked.deployment("resources: {requests: {cpu: 1}, limits: {memory: 1Gi}}", "")))
                .isEmpty();
    }

    @Test
    void a_container_without_memory_is_named() {
        assertThat(Asked.of(new RequestsArePresent()).about(Asked.deployment("resources: {requests: {cpu: 1}}", "")))
                .containsExactly(
                        "Deployment jupyterhub/hub: container hub names no request, of memory; requests of cpu and"
                                + " memory; set resources.requests.cpu and resources.requests.memory");
    }

    @Test
    void a_container_without_any_is_named_once() {
        assertThat(Asked.of(new RequestsArePresent()).about(Asked.deployment("image: hub:1", "")))
                .singleElement()
                .asString()
                .contains("of cpu and memory");
    }

    @Test
    void a_request_of_nothing_is_none() {
        for (String nothing : new String[] {"0", "0m", "\"0\"", "0.0", "0Gi"}) {
            assertThat(Asked.of(new RequestsArePresent())
                            .about(Asked.deployment(
                                    "resources: {requests: {cpu: 1, memory: " + nothing + "}, limits: {memory: 1Gi}}",
                                    "")))
                    .as(nothing)
                    .singleElement()
                    .asString()
                    .contains("names no request, of memory;");
        }
        assertThat(Asked.of(new RequestsArePresent())
                        .about(Asked.deployment("resources: {requests: {cpu: 0.1, memory: 10Mi}}", "")))
                .isEmpty();
    }

    @Test
    void every_kind_that_makes_pods_is_asked() {
        String pod = Asked.deployment("image: hub:1", "");
        for (String kind : new String[] {"DeploymentConfig", "ReplicationController", "StatefulSet", "Job"}) {
            assertThat(Asked.of(new RequestsArePresent()).about(pod.replace("kind: Deployment", "kind: " + kind)))
                    .as(kind)
                    .hasSize(1);
        }
        assertThat(Asked.of(new RequestsArePresent()).about(pod.replace("kind: Deployment", "kind: DeploymentPatch")))
                .as("what a patch does not name stays")
                .isEmpty();
    }
}
