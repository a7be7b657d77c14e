package checklist;

import facility.Percent;
import facility.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;

/** Which quotas are nearly used up: what a drained node gave up may not be let in again. */
final class QuotaUse implements Check {
    @Override
    public String id() {
        return "quotas";
    }

    @Override
    public Item look(Subject subject) {
        Percent most = subject.facility().operations().quotaAttention();
        var tight = new TreeSet<String>();
        for (ResourceQuota quota :
                subject.client().resourceQuotas().inAnyNamespace().list().getItems()) {
            if (quota.getStatus() == null || quota.getStatus().getHard() == null) {
                continue;
            }
            quota.getStatus().getHard().forEach((resource, hard) -> {
                Quantity limit = Quantity.parse(hard.toString());
                Quantity used = Quantity.parse(quota.getStatus()
                        .getUsed()
                        .getOrDefault(resource, new io.fabric8.kubernetes.api.model.Quantity("0"))
                        .toString());
                if (!limit.isZero() && used.compareTo(most.of(limit)) >= 0) {
                    tight.add("namespace " + quota.getMetadata().getNamespace() + ": " + resource + " " + used + " of "
                            + limit + ", " + share(used, limit) + "%");
                }
            });
        }
        return Item.worthKnowing(id(), "every quota is used less than " + most, List.copyOf(tight));
    }

    private static BigDecimal share(Quantity used, Quantity limit) {
        return used.value().multiply(new BigDecimal(100)).divide(limit.value(), 0, RoundingMode.DOWN);
    }
}
