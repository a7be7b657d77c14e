package stacks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import house.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kube.Declared;
import kube.ObjectFields;
import org.junit.jupiter.api.Test;
import stacks.NamespacesStack;
import stacks.Stack;

/** What the environments' golden files do not show: ceph-csi without Rook, a plugin of ours, the handler by us. */
class StandingAloneTest {
    private static final Facility FACILITY = FacilityReader.readFile(
                    Path.of("src/test/resources/facility/happy/ceph-csi-standing-alone.yaml"), Environment.DEV, false)
            .facility()
            .orElseThrow();

    @Test
    void names_are_those_of_ceph_csis_own_examples() {
        var storage = new StorageStack(
                FACILITY.storage(),
                FACILITY.hub().homes(),
                FACILITY.catalogue(),
                FACILITY.hub().namespace());
        Golden.assertMatches("golden/standing-alone/storage.yaml", yaml(storage));
    }

    @Test
    void a_plugins_accounts_get_their_scc_in_their_namespace_alone() {
        Golden.assertMatches(
                "golden/standing-alone/privileges.yaml",
                yaml(new PrivilegesStack(FACILITY.cluster().privileged())));
    }

    @Test
    void only_the_plugins_namespace_lets_privileged_pods_in() {
        var levels = new NamespacesStack(
                        FACILITY.namespaces(), FACILITY.slices().keySet(), java.util.List.of(), FACILITY.ceilings())
                .objects().stream()
                        .map(Declared::object)
                        .filter(object -> object.getKind().equals("Namespace"))
                        .collect(Collectors.toMap(
                                object -> object.getMetadata().getName(),
                                object -> object.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce")));
        assertThat(levels).containsEntry("ceph-csi", "privileged");
        levels.remove("ceph-csi");
        assertThat(levels.values()).contains("restricted").doesNotContain("privileged");
    }

    private static String yaml(Stack stack) {
        return Stream.of(stack)
                .flatMap(each -> each.objects().stream())
                .map(object -> ObjectFields.yaml(object.object()))
                .collect(Collectors.joining());
    }
}
