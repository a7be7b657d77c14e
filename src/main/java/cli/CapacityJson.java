package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facility.CapacityReport;
import facility.CapacityRow;
import facility.CephShare;
import facility.Facility;
import facility.UserDemand;

/** Capacity for programs: quantities as Kubernetes writes them. */
final class CapacityJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CapacityJson() {}

    static String of(Facility facility) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", "facility/capacity/v1");
        root.put("environment", facility.environment().key());
        ArrayNode resources = root.putArray("resources");
        for (CapacityRow row : CapacityReport.of(facility)) {
            ObjectNode node = resources.addObject();
            node.put("resource", row.key());
            node.put("unit", row.unit());
            var byNamespace = node.putObject("byNamespace");
            row.byNamespace().forEach((name, share) -> byNamespace.put(name, share.toString()));
            node.put("promised", row.promised().toString());
            node.put("available", row.available().toString());
            row.factor().ifPresent(factor -> node.put("factor", factor));
            node.put("ceilingPercent", row.ceiling().value());
        }
        ArrayNode users = root.putArray("users");
        for (UserDemand demand : UserDemand.of(facility)) {
            ObjectNode node = users.addObject();
            node.put("resource", demand.key());
            if (demand.shares().size() == 1) {
                node.put("each", demand.shares().get(0).each().toString());
            }
            node.put("count", demand.count());
            ArrayNode shares = node.putArray("shares");
            for (UserDemand.Share share : demand.shares()) {
                shares.addObject()
                        .put("each", share.each().toString())
                        .put("count", share.count())
                        .put("needed", share.needed().toString())
                        .put("by", share.reason());
            }
            node.put("needed", demand.needed().toString());
            node.put("quota", demand.quota().toString());
            node.put("by", demand.reason());
        }
        storage(facility, root);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("capacity could not be written as JSON", e);
        }
    }

    private static void storage(Facility facility, ObjectNode root) {
        ObjectNode ceph = root.putObject("ceph");
        ceph.put("capacity", facility.storage().capacity().toString());
        ArrayNode shares = ceph.putArray("shares");
        for (CephShare share : CephShare.of(facility)) {
            ObjectNode node = shares.addObject();
            node.put("share", share.key());
            node.put("given", share.given().toString());
            share.promised().ifPresent(promised -> node.put("promised", promised.toString()));
            share.claimed().ifPresent(claimed -> node.put("claimed", claimed.toString()));
            var by = node.putArray("by");
            share.by().forEach(by::add);
        }
        ArrayNode buckets = root.putArray("buckets");
        facility.storage().buckets().forEach(bucket -> buckets.addObject()
                .put("name", bucket.name())
                .put("namespace", bucket.namespace())
                .put("storageClass", bucket.storageClass())
                .put("maxSize", bucket.maxSize().toString())
                .put("maxObjects", bucket.maxObjects()));
        ArrayNode areas = root.putArray("nfsAreas");
        facility.storage().nfsAreas().forEach(area -> areas.addObject()
                .put("name", area.name())
                .put("server", area.server())
                .put("path", area.path())
                .put("size", area.size().toString()));
    }
}
