package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DaskFitsQuotaTest {
    private static final String QUOTA = Asked.quota("dask-gateway", "limits.cpu: 48, limits.memory: 128Gi, pods: 41");

    @Test
    void the_largest_cluster_within_the_quota_passes() {
        assertThat(Asked.of(new DaskFitsQuota()).about(QUOTA, limits(48, 137438953472L, 40)))
                .isEmpty();
    }

    @Test
    void each_larger_limit_is_named() {
        assertThat(Asked.of(new DaskFitsQuota()).about(QUOTA, limits(49, 137438953473L, 42)))
                .hasSize(3)
                .anyMatch(
                        finding -> finding.startsWith("ConfigMap dask-gateway/api: cluster_max_cores is larger than the"
                                + " namespace's quota of limits.cpu, 49; the quota of dask-gateway is 48; lower"))
                .anyMatch(finding -> finding.contains("cluster_max_memory"))
                .anyMatch(finding -> finding.contains("cluster_max_workers"));
    }

    @Test
    void without_a_quota_there_is_nothing_to_fit() {
        assertThat(Asked.of(new DaskFitsQuota()).about(limits(4900, 1, 1))).isEmpty();
    }

    @Test
    void a_ceiling_that_is_not_there_or_cannot_be_read_is_none() {
        String whole = limits(48, 1, 1);
        assertThat(Asked.of(new DaskFitsQuota())
                        .about(QUOTA, whole.replace("c.ClusterConfig.cluster_max_cores", "# c.ClusterConfig.cores")))
                .containsExactly("ConfigMap dask-gateway/api: sets no cluster_max_cores; a number, which is the largest"
                        + " cluster; lower facility:dask.limits, or raise the namespace's quota");
        assertThat(Asked.of(new DaskFitsQuota()).about(QUOTA, whole.replace("cores = 48", "cores = 10 ** 6")))
                .singleElement()
                .asString()
                .contains("sets cluster_max_cores to what no rule can read, 10 ** 6; a number;");
        assertThat(Asked.of(new DaskFitsQuota())
                        .about(QUOTA, whole + "          c.KubeClusterConfig.cluster_max_cores = 1_000\n"))
                .singleElement()
                .asString()
                .contains("cluster_max_cores is larger than the namespace's quota of limits.cpu, 1k;");
    }

    private static String limits(long cores, long memory, long workers) {
        return """
                kind: ConfigMap
                metadata: {name: api, namespace: dask-gateway}
                data:
                  values.yaml: |
                    gateway:
                      extraConfig:
                        limits: |
                          c.ClusterConfig.cluster_max_cores = %d
                          c.ClusterConfig.cluster_max_memory = %d
                          c.ClusterConfig.cluster_max_workers = %d
                """
                .formatted(cores, memory, workers);
    }
}
