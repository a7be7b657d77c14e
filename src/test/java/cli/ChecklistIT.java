package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The checklist on a twin: what it finds when the cluster is in order, and when it is not. */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChecklistIT {
    private ScratchProject project;

    @BeforeAll
    void begin(ScratchProject shared) {
        project = shared;
    }

    @Test
    void each_finding_is_named_and_gone_when_it_is_mended() throws IOException {
        kubectl("cordon worker-0");
        kubectl("-n monitoring patch limitrange defaults --field-manager=somebody --type=json -p"
                + " '[{\"op\":\"replace\",\"path\":\"/spec/limits/0/default/memory\",\"value\":\"3Gi\"}]'");
        kubectl(
                "-n jupyterhub create poddisruptionbudget holds-up --selector=app.kubernetes.io/component=hub --min-available=1");
        kubectl("-n jupyterhub wait --for=jsonpath='{.status.expectedPods}'=1 pdb/holds-up --timeout=60s");

        var amiss = checklist();

        assertThat(amiss.path("clear").asBoolean(true)).isFalse();
        assertThat(finding(amiss, "nodes")).contains("node worker-0: is cordoned");
        assertThat(finding(amiss, "drift")).contains("LimitRange monitoring/defaults: was changed");
        assertThat(finding(amiss, "disruption-budgets")).contains("jupyterhub/holds-up: allows no pod of its 1 to go");
        assertThat(finding(amiss, "backups")).contains("claim jupyterhub/hub-db-dir: has no usable VolumeSnapshot");

        kubectl("uncordon worker-0");
        kubectl("-n jupyterhub delete poddisruptionbudget holds-up");
        // Not by hand: what another hand writes back is not ours, and each run after it would read it again.
        var reverted = project.facility("drift", "dev", "--revert", "LimitRange monitoring/defaults", "--yes");
        assertThat(reverted.exit()).as(reverted.output()).isZero();
        snapshotOfTheDatabase();

        var mended = checklist();

        for (String id : java.util.List.of("nodes", "drift", "disruption-budgets", "backups", "protected-objects")) {
            assertThat(outcome(mended, id)).as(id + mended).isEqualTo("passed");
        }
        assertThat(outcome(mended, "declared-apis")).isEqualTo("passed");
        assertThat(outcome(mended, "served-kinds")).isEqualTo("passed");
        assertThat(outcome(mended, "announce")).isEqualTo("box");
    }

    @Test
    void a_word_that_is_no_release_is_wrong_usage() {
        var wrong = project.facility("checklist", "dev", "--kubernetes", "latest");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.output()).contains("--kubernetes: is no release, \"latest\"; such as 1.36");
    }

    private JsonNode checklist() throws IOException {
        Path file = project.root().resolve("checklist.json");
        var ended = project.facility("checklist", "dev", "--format", "json", "--out", file.toString());
        assertThat(ended.exit()).as(ended.output()).isBetween(0, 1);
        var answer = new ObjectMapper().readTree(file.toFile());
        assertThat(ended.exit()).isEqualTo(answer.path("clear").asBoolean() ? 0 : 1);
        return answer;
    }

    private static String finding(JsonNode checklist, String id) {
        return item(checklist, id).path("findings").toString();
    }

    private static String outcome(JsonNode checklist, String id) {
        return item(checklist, id).path("outcome").asText();
    }

    private static JsonNode item(JsonNode checklist, String id) {
        for (JsonNode item : checklist.path("items")) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("no item " + id + " in " + checklist);
    }

    /** A twin has no snapshotter: the test says of its snapshot what that would. */
    private void snapshotOfTheDatabase() throws IOException {
        Path file = Files.writeString(
                project.root().resolve("snapshot.yaml"),
                """
                apiVersion: snapshot.storage.k8s.io/v1
                kind: VolumeSnapshot
                metadata: {name: hub-db, namespace: jupyterhub}
                spec:
                  volumeSnapshotClassName: rbd-services
                  source: {persistentVolumeClaimName: hub-db-dir}
                """);
        kubectl("apply -f " + file);
        kubectl("-n jupyterhub patch volumesnapshot hub-db --subresource=status --type=merge -p"
                + " '{\"status\":{\"readyToUse\":true,\"creationTime\":\""
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\"}}'");
    }

    private void kubectl(String words) {
        var ended = project.sourced("dev", "kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" " + words);
        assertThat(ended.exit()).as(ended.output()).isZero();
    }
}
