package change.danger;

import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import change.Danger;
import change.Danger.Rank;
import change.ResourceChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotaCutTest {
    private static final Changed QUOTA = Changed.object("core/v1:ResourceQuota", "jupyterhub/quota");

    @Test
    void below_what_is_in_use_is_worse_than_less() {
        var cut = QUOTA.updated(hard("requests.cpu: '96'"), hard("requests.cpu: '64'"));
        assertThat(dangers(cut, "{status: {used: {requests.cpu: '80'}}}"))
                .containsExactly(new Danger(
                        Rank.OUTAGE,
                        "quota-cut",
                        "ResourceQuota jupyterhub/quota",
                        "requests.cpu 96 -> 64, below the 80 in use",
                        "what runs stays, but nothing more starts there until use has fallen below it"));
        assertThat(dangers(cut, "{status: {used: {requests.cpu: '10'}}}"))
                .extracting(Danger::rank, Danger::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Rank.LIMIT, "requests.cpu 96 -> 64, 10 in use"));
        assertThat(dangers(cut, "{}")).extracting(Danger::what).containsExactly("requests.cpu 96 -> 64");
    }

    @Test
    void of_storage_it_speaks_of_what_is_stored() {
        var cut = QUOTA.updated(hard("requests.storage: 40Ti"), hard("requests.storage: 20Ti"));
        assertThat(dangers(cut, "{}")).extracting(Danger::meaning).containsExactly("less can be stored there");
    }

    @Test
    void a_limit_where_there_was_none_is_a_cut() {
        assertThat(dangers(QUOTA.updated(hard("pods: '5'"), hard("pods: '5', limits.cpu: '8'")), "{}"))
                .extracting(Danger::what)
                .containsExactly("limits.cpu (no limit) -> 8");
    }

    @Test
    void of_a_cluster_quota_the_use_is_the_sum() {
        var cut = Changed.object("quota.openshift.io/v1:ClusterResourceQuota", "all")
                .updated("{spec: {quota: {hard: {pods: '9'}}}}", "{spec: {quota: {hard: {pods: '5'}}}}");
        assertThat(dangers(cut, "{status: {total: {used: {pods: '7'}}}}"))
                .extracting(Danger::what)
                .containsExactly("pods 9 -> 5, below the 7 in use");
    }

    @Test
    void a_quota_that_goes_leaves_no_limit() {
        assertThat(dangers(QUOTA.deleted(hard("pods: '5'")), "{}"))
                .extracting(Danger::what)
                .containsExactly("is deleted");
    }

    @Test
    void more_and_the_same_amount_written_otherwise_are_none() {
        assertThat(dangers(QUOTA.updated(hard("limits.cpu: '8'"), hard("limits.cpu: '9'")), "{}"))
                .isEmpty();
        assertThat(dangers(QUOTA.updated(hard("limits.cpu: '8'"), hard("limits.cpu: 8000m")), "{}"))
                .isEmpty();
        assertThat(dangers(QUOTA.created(hard("limits.cpu: '8'")), "{}")).isEmpty();
    }

    private static String hard(String amounts) {
        return "{spec: {hard: {" + amounts + "}}}";
    }

    private static List<Danger> dangers(ResourceChange change, String live) {
        return Dangers.of(List.of(new Examined(change, Optional.of(Changed.yaml(live)))));
    }
}
