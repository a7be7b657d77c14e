package preview;

import change.CapacityChange;
import change.ResourceChange;
import com.fasterxml.jackson.databind.JsonNode;
import facility.CapacityReport;
import facility.CapacityRow;
import facility.Facility;
import facility.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kube.Quotas;

/** What quotas promise before and after: as declared, less what the changes of ResourceQuotas make of it. */
public final class CapacityChanges {
    private CapacityChanges() {}

    /** In the order of {@link CapacityReport}. */
    public static List<CapacityChange> of(Facility facility, List<ResourceChange> changes) {
        var rows = new ArrayList<CapacityChange>();
        for (CapacityRow row : CapacityReport.of(facility)) {
            String hard = hard(row.key());
            Quantity before = row.promised();
            for (ResourceChange change : changes) {
                if (change.kind().equals("ResourceQuota")) {
                    before = before.plus(amount(change.before(), hard)).minus(amount(change.after(), hard));
                }
            }
            rows.add(new CapacityChange(row.key(), row.unit(), before, row.promised(), row.available(), row.most()));
        }
        return rows;
    }

    /** The key of a ResourceQuota's {@code hard} that a row of the report sums up. */
    private static String hard(String key) {
        if (key.startsWith("gpu[")) {
            return Quotas.gpu(inside(key));
        }
        if (key.startsWith("storage[")) {
            return Quotas.storage(inside(key));
        }
        return key.equals("pods") ? key : "requests." + key;
    }

    private static String inside(String key) {
        return key.substring(key.indexOf('[') + 1, key.length() - 1);
    }

    private static Quantity amount(Optional<JsonNode> quota, String hard) {
        String text = quota.map(
                        each -> each.path("spec").path("hard").path(hard).asText(""))
                .orElse("");
        return text.isEmpty() ? Quantity.ZERO : Quantity.parse(text);
    }
}
