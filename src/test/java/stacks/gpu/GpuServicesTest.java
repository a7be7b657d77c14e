package stacks.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import facility.UserDemand;
import house.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import kube.ObjectFields;
import org.junit.jupiter.api.Test;
import stacks.CheckedFacility;
import stacks.Stack;

/** A service with GPUs that has addresses and no name, in two namespaces; the environments' golden files have one with a name. */
class GpuServicesTest {
    private static final Facility FACILITY = FacilityReader.readFile(
                    Path.of("src/test/resources/facility/happy/gpu-services-by-addresses.yaml"), Environment.DEV, false)
            .facility()
            .orElseThrow();

    @Test
    void its_door_is_a_service_with_its_addresses_behind_and_a_way_out_for_its_flavours() {
        var service = FACILITY.gpu().service("farm").orElseThrow();
        Golden.assertMatches(
                "golden/gpu-services-by-addresses/gpu.yaml",
                service.namespaces().stream()
                        .flatMap(namespace -> new ServiceDoor(service, namespace).objects().stream())
                        .map(ObjectFields::yaml)
                        .collect(Collectors.joining()));
    }

    @Test
    void a_flavour_that_is_bound_to_it_is_told_where_it_is_and_takes_no_slice() {
        var flavour =
                FACILITY.catalogue().told(FACILITY.gpu(), "jupyterhub").collaborations().get(0).flavours().stream()
                        .filter(each -> each.name().equals("gpu-sl7"))
                        .findFirst()
                        .orElseThrow();
        assertThat(flavour.environment()).containsEntry("FARM_URL", "http://farm.jupyterhub.svc:8000");
        assertThat(flavour.gpu()).isEmpty();
        assertThat(UserDemand.of(FACILITY))
                .filteredOn(demand -> demand.key().equals("memory"))
                .allSatisfy(demand -> assertThat(demand.sum())
                        .as("dune's GPU SL7 is counted among those without a slice")
                        .startsWith("41 times 16Gi (limit of flavour gpu-sl7) + 6 times 16Gi"));
    }

    @Test
    void every_server_of_a_bound_flavour_carries_the_label_that_its_way_out_selects() {
        for (Environment environment : Environment.values()) {
            String hub = CheckedFacility.read(Path.of(""), environment, false).stacks().stream()
                    .filter(stack -> stack.name().equals("jupyterhub"))
                    .map(GpuServicesTest::yaml)
                    .collect(Collectors.joining());
            String gpu = CheckedFacility.read(Path.of(""), environment, false).stacks().stream()
                    .filter(stack -> stack.name().equals("gpu"))
                    .map(GpuServicesTest::yaml)
                    .collect(Collectors.joining());
            assertThat(hub).contains(ServiceDoor.LABEL);
            assertThat(gpu).contains(ServiceDoor.LABEL + ": triton");
        }
    }

    private static String yaml(Stack stack) {
        return stack.objects().stream()
                .map(object -> ObjectFields.yaml(object.object()))
                .collect(Collectors.joining());
    }
}
