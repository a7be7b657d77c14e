package health;

import com.fasterxml.jackson.databind.JsonNode;
import facility.Quantity;
import java.util.ArrayList;
import java.util.Optional;

/** Whether a quota has room left for what the facility itself starts. */
final class Quotas {
    /** Users hold every slice at noon: that is use, and no fault. */
    private static final String GPUS = "requests.nvidia.com/";

    private Quotas() {}

    static Optional<String> quota(Live live) {
        return exhausted(live.spec().path("hard"), live.status());
    }

    static Optional<String> clusterQuota(Live live) {
        return exhausted(live.spec().path("quota").path("hard"), live.status().path("total"));
    }

    private static Optional<String> exhausted(JsonNode declared, JsonNode counted) {
        if (!declared.isEmpty() && counted.path("hard").isEmpty()) {
            return Optional.of("nothing counts it yet");
        }
        var used = new ArrayList<String>();
        counted.path("hard").properties().forEach(limit -> {
            Quantity most = Quantity.parse(limit.getValue().asText());
            Quantity taken =
                    Quantity.parse(counted.path("used").path(limit.getKey()).asText("0"));
            if (!limit.getKey().startsWith(GPUS) && !most.isZero() && taken.compareTo(most) >= 0) {
                used.add(limit.getKey() + " " + taken + " of " + most);
            }
        });
        used.sort(null);
        return used.isEmpty() ? Optional.empty() : Optional.of("is used up: " + String.join(", ", used));
    }
}
