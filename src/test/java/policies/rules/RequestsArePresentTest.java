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
}
