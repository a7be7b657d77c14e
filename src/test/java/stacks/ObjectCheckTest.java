package stacks;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Problem;
import io.fabric8.openshift.api.model.RouteBuilder;
import java.util.List;
import kube.Declared;
import org.junit.jupiter.api.Test;

class ObjectCheckTest {
    @Test
    void two_routes_of_one_host_are_a_fault_that_names_both() {
        var hub = new Given("jupyterhub", List.of(route("jupyterhub", "hub", "a.example.org", null)));
        var dask = new Given("dask", List.of(route("dask-gateway", "gateway", "a.example.org", null)));

        assertThat(ObjectCheck.check(List.of(hub, dask)))
                .map(Problem::toString)
                .containsExactly(
                        "dask: Route dask-gateway/gateway: claims a host that is taken, \"a.example.org/\";"
                                + " one of each; the first is jupyterhub: Route jupyterhub/hub; rename or remove one of the two");
    }

    @Test
    void two_paths_of_one_host_are_none() {
        var stack = new Given(
                "hub",
                List.of(
                        route("jupyterhub", "hub", "a.example.org", null),
                        route("jupyterhub", "docs", "a.example.org", "/docs")));

        assertThat(ObjectCheck.check(List.of(stack))).isEmpty();
    }

    @Test
    void one_object_of_two_stacks_is_a_fault() {
        var first = new Given("first", List.of(route("a", "x", "a.example.org", null)));
        var second = new Given("second", List.of(route("a", "x", "b.example.org", null)));

        assertThat(ObjectCheck.check(List.of(first, second))).map(Problem::what).containsExactly("is declared twice");
    }

    private static Declared route(String namespace, String name, String host, String path) {
        return Declared.of(new RouteBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withHost(host)
                .withPath(path)
                .endSpec()
                .build());
    }

    private record Given(String name, List<Declared> objects) implements Stack {}
}
