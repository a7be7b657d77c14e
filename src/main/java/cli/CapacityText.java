package cli;

import facility.CapacityReport;
import facility.CapacityRow;
import facility.CephShare;
import facility.Facility;
import facility.Named;
import facility.Quantity;
import facility.UserDemand;
import facility.storage.Bucket;
import facility.storage.NfsArea;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Capacity as tables for a terminal. */
final class CapacityText {
    private CapacityText() {}

    static String of(Facility facility) {
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of("resource"));
        var namespaces = facility.namespaces().stream().map(Named::name).toList();
        header.addAll(namespaces);
        header.addAll(List.of("promised", "available", "factor", "ceiling"));
        rows.add(header);
        for (CapacityRow row : CapacityReport.of(facility)) {
            var line = new ArrayList<>(List.of(row.key()));
            namespaces.forEach(name -> line.add(shown(row.byNamespace().get(name))));
            line.add(row.promised().readable());
            line.add(row.available().readable());
            line.add(row.factor().map(BigDecimal::toPlainString).orElse("-"));
            line.add(new BigDecimal(row.ceiling().value()).movePointLeft(2).toPlainString());
            rows.add(line);
        }
        return table(rows) + "\n" + users(facility) + "\n" + ceph(facility) + "\n" + others(facility);
    }

    private static String users(Facility facility) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("the hub's users", "each", "users", "needed", "quota", "by"));
        for (UserDemand demand : UserDemand.of(facility)) {
            for (UserDemand.Share share : demand.shares()) {
                boolean one = demand.shares().size() == 1;
                rows.add(List.of(
                        demand.key(),
                        share.each().toString(),
                        String.valueOf(share.count()),
                        share.needed().readable(),
                        one ? demand.quota().readable() : "",
                        share.reason()));
            }
            if (demand.shares().size() != 1) {
                rows.add(List.of(
                        demand.key(),
                        "",
                        "",
                        demand.needed().readable(),
                        demand.quota().readable(),
                        "together"));
            }
        }
        return table(rows);
    }

    /** All of it: the last line is the sum of those before. */
    private static String ceph(Facility facility) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Ceph", "given", "promised", "claimed", "by"));
        for (CephShare share : CephShare.of(facility)) {
            rows.add(List.of(
                    share.key(),
                    share.given().readable(),
                    shown(share.promised().orElse(null)),
                    shown(share.claimed().orElse(null)),
                    share.by().isEmpty() ? "-" : String.join(", ", share.by())));
        }
        rows.add(List.of("all", facility.storage().capacity().readable(), "", "", "storage.capacity"));
        return table(rows);
    }

    private static String others(Facility facility) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("buckets and NFS areas", "most", "where"));
        for (Bucket bucket : facility.storage().buckets()) {
            rows.add(List.of(
                    "bucket " + bucket.name(),
                    bucket.maxSize().readable(),
                    bucket.namespace() + ", " + bucket.maxObjects() + " objects"));
        }
        for (NfsArea area : facility.storage().nfsAreas()) {
            rows.add(List.of(
                    "nfs " + area.name(), area.size().readable(), area.server() + ":" + area.path() + ", not Ceph's"));
        }
        return rows.size() == 1 ? "" : table(rows);
    }

    private static String shown(Quantity quantity) {
        return quantity == null ? "-" : quantity.readable();
    }

    /** The first column to the left, the others to the right; the last one is text in all tables but the first. */
    private static String table(List<List<String>> rows) {
        var widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream()
                .map(row -> {
                    var line = new StringBuilder();
                    for (int i = 0; i < widths.length; i++) {
                        String shape = i == 0 ? "%-" + widths[i] + "s" : "  %" + widths[i] + "s";
                        line.append(String.format(Locale.ROOT, shape, row.get(i)));
                    }
                    return line.toString().stripTrailing() + "\n";
                })
                .collect(Collectors.joining());
    }
}
