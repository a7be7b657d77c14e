package stacks.storage;

import facility.StorageClass;
import facility.storage.S3Door;
import io.fabric8.openshift.api.model.Route;
import java.util.Map;
import kube.EdgeRoute;

/** The way to Rook's object gateway from outside: in the object store's namespace, beside its Service. */
final class S3Route {
    private S3Route() {}

    static Route of(S3Door door, StorageClass buckets) {
        // Signed requests carry no cookie, so that a redirected one would have been told to whoever listens.
        return EdgeRoute.refusingPlain(EdgeRoute.of(
                buckets.clusterId(),
                "s3",
                door.host(),
                Map.entry("rook-ceph-rgw-" + buckets.pool(), "http"),
                // A part of a large upload may take minutes: the router's 30 s would cut it off.
                Map.of("haproxy.router.openshift.io/timeout", "15m")));
    }
}
