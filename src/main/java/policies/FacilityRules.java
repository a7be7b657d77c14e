package policies;

import facility.Capacity;
import java.util.List;
import policies.rules.CephFits;
import policies.rules.ContainersFitLimitRange;
import policies.rules.CullingIsTimely;
import policies.rules.DaskFitsQuota;
import policies.rules.DataIsProtected;
import policies.rules.ExperimentQuotasHold;
import policies.rules.FlavoursFitQuota;
import policies.rules.GpuRequestsFitLayout;
import policies.rules.ImagesAreAllowed;
import policies.rules.ImagesArePinned;
import policies.rules.NamedServersAreFew;
import policies.rules.NamespaceHasLimitRange;
import policies.rules.NamespaceHasNetworkPolicy;
import policies.rules.NamespaceHasQuota;
import policies.rules.NamespaceNamesOwner;
import policies.rules.PodsAreRestricted;
import policies.rules.QuotasFitCapacity;
import policies.rules.RbacIsNarrow;
import policies.rules.RequestsArePresent;
import policies.rules.RoutesHaveTls;
import policies.rules.SecretsAreInSecrets;
import policies.rules.SignInIsForSomebody;
import policies.rules.TestSignInIsOnTwins;
import policy.Leases;
import policy.LeasesHaveNotEnded;
import policy.Rule;

/** All rules of the facility, in the order in which a person reads them: room first, then safety, then order. */
final class FacilityRules {
    private FacilityRules() {}

    static List<Rule> of(Capacity capacity, Leases leases) {
        return List.of(
                new NamespaceHasQuota(),
                new NamespaceHasLimitRange(),
                new QuotasFitCapacity(capacity),
                new ExperimentQuotasHold(capacity),
                new GpuRequestsFitLayout(capacity),
                new FlavoursFitQuota(),
                new ContainersFitLimitRange(),
                new DaskFitsQuota(),
                new CephFits(capacity),
                new CullingIsTimely(),
                new NamedServersAreFew(),
                new RequestsArePresent(),
                new PodsAreRestricted(),
                new ImagesAreAllowed(),
                new ImagesArePinned(),
                new RoutesHaveTls(),
                new NamespaceHasNetworkPolicy(),
                new RbacIsNarrow(),
                new SignInIsForSomebody(),
                new TestSignInIsOnTwins(),
                new SecretsAreInSecrets(),
                new DataIsProtected(),
                new NamespaceNamesOwner(),
                new LeasesHaveNotEnded(leases));
    }
}
