package change.danger;

import change.Danger;
import change.Danger.Rank;
import difference.FieldChange;
import facility.Quantity;
import facility.QuantityFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Less than before, and less than what is in use. */
final class QuotaCut implements DangerRule {
    private static final Set<String> QUOTAS = Set.of("ResourceQuota", "ClusterResourceQuota");

    @Override
    public String key() {
        return "quota-cut";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(QUOTAS)) {
            return List.of();
        }
        if (examined.removed()) {
            return List.of(examined.danger(
                    this, Rank.LIMIT, "is deleted", "its namespace may take all there is, from everybody else"));
        }
        String path = examined.is(Set.of("ResourceQuota")) ? "spec.hard" : "spec.quota.hard";
        var dangers = new ArrayList<Danger>();
        examined.below(path).forEach(field -> cut(examined, path, field).ifPresent(dangers::add));
        return dangers;
    }

    private Optional<Danger> cut(Examined examined, String path, FieldChange field) {
        var before = amount(field.before().map(value -> value.asText()));
        var after = amount(field.after().map(value -> value.asText()));
        boolean less = before.isPresent() && after.isPresent() && after.get().compareTo(before.get()) < 0;
        boolean added = before.isEmpty() && after.isPresent() && !examined.isNew();
        if (!less && !added) {
            return Optional.empty();
        }
        String resource = field.path().substring(path.length()).replaceAll("^[.\\[]|\\]$", "");
        var used = amount(examined.live().map(live -> used(examined, live, resource)));
        String what = resource + " "
                + field.before().map(value -> value.asText()).orElse("(no limit)") + " -> "
                + field.after().map(value -> value.asText()).orElse("");
        if (used.isPresent() && used.get().compareTo(after.get()) > 0) {
            return Optional.of(examined.danger(
                    this,
                    Rank.OUTAGE,
                    what + ", below the " + used.get() + " in use",
                    "what runs stays, but nothing more starts there until use has fallen below it"));
        }
        return Optional.of(examined.danger(
                this,
                Rank.LIMIT,
                what + used.map(use -> ", " + use + " in use").orElse(""),
                "fewer servers and workers start there at a time"));
    }

    private static String used(Examined examined, com.fasterxml.jackson.databind.JsonNode live, String resource) {
        var status = live.path("status");
        var used = examined.is(Set.of("ResourceQuota"))
                ? status.path("used")
                : status.path("total").path("used");
        return used.path(resource).asText("");
    }

    private static Optional<Quantity> amount(Optional<String> text) {
        try {
            return text.filter(each -> !each.isEmpty()).map(Quantity::parse);
        } catch (QuantityFormatException noAmount) {
            return Optional.empty();
        }
    }
}
