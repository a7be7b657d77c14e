package stacks.storage;

import facility.StorageClass;
import facility.storage.S3Door;
import io.fabric8.openshift.api.model.Route;
import io.fabric8.openshift.api.model.RouteBuilder;
import java.util.Map;
import kube.EdgeRoute;

/** The way to Rook's object gateway from outside: in the object store's namespace, beside its Service. */
final class S3Route {
    private S3Route() {}

    static Route of(S3Door door, StorageClass buckets) {
        var redirecting = EdgeRoute.of(
                buckets.clusterId(),
                "s3",
                door.host(),
                Map.entry("rook-ceph-rgw-" + buckets.pool(), "http"),
                // A part of a large upload may take minutes: the router's 30 s would cut it off.
                Map.of("haproxy.router.openshift.io/timeout", "15m"));
        return new RouteBuilder(redirecting)
                .editSpec()
                .editTls()
                // Signed requests carry no cookie; what comes in the open is not redirected but refused.
                .withInsecureEdgeTerminationPolicy("None")
                .endTls()
                .endSpec()
                .build();
    }
}
