package stacks;

import static org.assertj.core.api.Assertions.assertThat;

import charts.ChartArchives;
import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kube.ObjectFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flavour is added by one entry: everything else that it needs follows. */
class OneEntryTest {
    /** Of cards that no flavour asked for yet, larger than any, and for Dask. */
    private static final String ENTRY =
            """
                    collaborations:
                      dune:
                        flavours:
                          big-al9:
                            displayName: AL9 with a whole card
                            enabled: true
                            image: registry.example.org/eaf/dune-big:2026.11
                            jupyterhub: 5.5.0
                            size: xlarge
                            cpu: 24
                            gpu: gpu
                            dask: dune-big
            """;

    /** Its node is no part of the flavour: hardware is declared where hardware is. */
    private static final String NODE =
            """
            config:
              pulumi:disable-default-providers: ["*"]
              facility:cluster:
                nodePools:
                  a100: {nodes: 2, cpu: 64, memory: 512Gi, pods: 250, gpu: {card: A100-80GB, perNode: 2, layout: all-disabled}}
            """;

    @TempDir
    private Path folder;

    @Test
    void profile_quota_line_dask_option_monitoring_check_and_ceiling_follow() throws Exception {
        var before = lines(facility(NODE));
        var after = lines(facility(NODE + "  facility:catalogue:\n" + ENTRY.indent(0)));
        after.removeAll(before);

        assertThat(after)
                .as("the profile")
                .contains("jupyterhub ConfigMap hub big-al9:", "jupyterhub ConfigMap hub nvidia.com/gpu: \"1\"")
                .as("the line of the quota")
                .contains("namespaces ResourceQuota quota requests.nvidia.com/gpu: \"4\"")
                .as("the option of Dask clusters")
                .anyMatch(line -> line.startsWith("daskGateway ConfigMap api-dask-gateway ")
                        && line.contains("[\"dune-big\",\"registry.example.org/eaf/dune-big:2026.11\"]"))
                .as("the check of monitoring")
                .contains("monitoring PrometheusRule flavours flavour: dune/big-al9")
                .as("the ceiling")
                .contains("namespaces LimitRange defaults cpu: \"24\"");
    }

    @Test
    void the_same_entry_switched_off_yields_nothing() throws Exception {
        String off = ENTRY.replace("enabled: true", "enabled: false");

        assertThat(lines(facility(NODE + "  facility:catalogue:\n" + off))).isEqualTo(lines(facility(NODE)));
    }

    @Test
    void a_quota_that_is_written_stands() throws Exception {
        String less = "  facility:namespaces:\n    jupyterhub: {quota: {gpu: {gpu: 1}}}\n";

        assertThat(lines(facility(NODE + less + "  facility:catalogue:\n" + ENTRY)))
                .contains("namespaces ResourceQuota quota requests.nvidia.com/gpu: \"1\"");
    }

    @Test
    void the_hub_is_promised_what_others_are_not() throws Exception {
        String others = "  facility:namespaces:\n    dask-gateway: {quota: {gpu: {gpu: 3}}}\n";

        assertThat(facility(NODE + others + "  facility:catalogue:\n" + ENTRY)
                        .namespace("jupyterhub")
                        .orElseThrow()
                        .quota()
                        .gpu())
                .containsEntry("gpu", 1);
    }

    /** Stack, kind, name and a line of the object: which object it is of is part of the claim. */
    private static TreeSet<String> lines(Facility facility) throws Exception {
        return FacilityStacks.of(facility, new ChartArchives(Path.of("")), List.of()).stream()
                .filter(stack -> List.of("jupyterhub", "namespaces", "daskGateway", "monitoring")
                        .contains(stack.name()))
                .flatMap(stack -> stack.objects().stream().flatMap(object -> Stream.of(
                                ObjectFields.yaml(object.object()).split("\n"))
                        .map(line -> stack.name() + " " + object.object().getKind() + " "
                                + object.object().getMetadata().getName() + " " + line.strip())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Facility facility(String overlay) throws Exception {
        Path file = Files.writeString(folder.resolve("Pulumi.dev.yaml"), overlay);
        var declared = FacilityReader.readFile(file, Environment.DEV, false);
        return declared.facility().orElseThrow(() -> new AssertionError(declared.problems()));
    }
}
