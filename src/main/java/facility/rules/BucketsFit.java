package facility.rules;

import facility.Facility;
import facility.Nearest;
import facility.Problems;
import facility.Quantity;
import facility.StorageClass;
import facility.storage.Bucket;
import java.util.TreeMap;

/**
 * Buckets, and the door to them, are of a class of buckets, and those of a namespace fit in its quota: no quota of
 * Kubernetes counts a bucket's bytes, so this rule and Rook's own limit are all that does.
 */
final class BucketsFit implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        var sums = new TreeMap<String, Quantity>();
        for (Bucket bucket : facility.storage().buckets()) {
            String path = "storage.buckets[" + bucket.name() + "]";
            ofBuckets(facility, path, bucket.storageClass(), problems);
            amounts(bucket, path, problems);
            var namespace = facility.namespace(bucket.namespace());
            if (namespace.isEmpty()) {
                var declared = facility.namespaces().stream()
                        .map(known -> known.name())
                        .toList();
                String hint = Nearest.hint(bucket.namespace(), declared);
                problems.add(
                        path + ".namespace",
                        "is no declared namespace",
                        "\"" + bucket.namespace() + "\"",
                        "declared are " + String.join(", ", declared),
                        hint.isEmpty() ? "add it under namespaces" : hint);
                continue;
            }
            Quantity sum =
                    sums.merge(bucket.namespace() + " " + bucket.storageClass(), bucket.maxSize(), Quantity::plus);
            Quantity quota = namespace.get().quota().storage().getOrDefault(bucket.storageClass(), Quantity.ZERO);
            if (sum.compareTo(quota) > 0) {
                problems.add(
                        path + ".maxSize",
                        "is more than the namespace may have",
                        bucket.maxSize().toString(),
                        Paths.of(namespace.get()) + ".quota.storage[" + bucket.storageClass() + "] is " + quota
                                + ", and its buckets hold " + sum,
                        "lower it or raise the quota");
            }
        }
        facility.storage().s3().ifPresent(door -> ofBuckets(facility, "storage.s3", door.storageClass(), problems));
    }

    private static void amounts(Bucket bucket, String path, Problems problems) {
        if (bucket.maxSize().isZero() || bucket.maxSize().isNegative()) {
            problems.add(
                    path + ".maxSize", "is no amount", bucket.maxSize().toString(), "more than 0", "write its bytes");
        }
        if (bucket.maxObjects() < 1) {
            problems.add(
                    path + ".maxObjects",
                    "lets nothing in",
                    "" + bucket.maxObjects(),
                    "at least 1",
                    "correct the count");
        }
    }

    private static void ofBuckets(Facility facility, String path, String name, Problems problems) {
        var fitting = facility.storage().classes().stream()
                .filter(offered -> offered.kind() == StorageClass.Kind.BUCKET)
                .map(StorageClass::name)
                .toList();
        if (!fitting.contains(name)) {
            problems.add(
                    path + ".storageClass",
                    "is no storage class of kind bucket",
                    "\"" + name + "\"",
                    fitting.isEmpty() ? "none is declared" : "declared are " + String.join(", ", fitting),
                    "name one of these");
        }
    }
}
