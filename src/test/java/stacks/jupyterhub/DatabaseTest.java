package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Database;
import facility.Environment;
import facility.Facility;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A hub whose database is at a PostgreSQL server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseTest {
    private static final Path DECLARATION = Path.of("src/test/resources/facility/happy/a-database-at-a-server.yaml");

    private Facility facility;
    private JupyterHubStack hub;

    @BeforeAll
    void render() throws Exception {
        facility = FacilityReader.readFile(DECLARATION, Environment.DEV, false).orElseThrow("the fixture");
        hub = DeclaredHub.of(facility);
    }

    @Test
    void the_hub_has_no_volume_of_its_own() {
        assertThat(of(PersistentVolumeClaim.class)).isEmpty();
        assertThat(hubPod().getSpec().getTemplate().getSpec().getVolumes())
                .extracting(volume -> volume.getName())
                .containsExactly("configuration", "secret");
    }

    @Test
    void its_password_is_in_the_secret_and_the_client_finds_it_there() {
        assertThat(facility.secrets()).contains(Database.PASSWORD);
        assertThat(of(Secret.class).get(0).getData()).containsEntry("hub.db.password", Database.PASSWORD.placeholder());
        assertThat(hubPod().getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getEnv())
                .filteredOn(variable -> variable.getName().equals("PGPASSWORD"))
                .singleElement()
                .extracting(
                        variable -> variable.getValueFrom().getSecretKeyRef().getKey())
                .isEqualTo("hub.db.password");
    }

    @Test
    void the_hub_is_let_out_to_the_server_alone() {
        var fence = of(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().equals("hub"))
                .findFirst()
                .orElseThrow();
        assertThat(fence.getSpec().getEgress())
                .filteredOn(rule -> rule.getTo().stream()
                        .anyMatch(to -> to.getIpBlock() != null
                                && to.getIpBlock().getCidr().equals("192.0.2.40/32")))
                .singleElement()
                .satisfies(rule -> assertThat(rule.getPorts())
                        .extracting(port -> port.getPort().getIntVal())
                        .containsExactly(5433));
    }

    private Deployment hubPod() {
        return of(Deployment.class).stream()
                .filter(each -> each.getMetadata().getName().equals("hub"))
                .findFirst()
                .orElseThrow();
    }

    private <T> List<T> of(Class<T> kind) {
        return hub.objects().stream()
                .map(declared -> declared.object())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
