package kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;

/** What an object runs, whatever its kind. */
public final class PodSpecs {
    private PodSpecs() {}

    /** The specification of the pods that it makes; empty for a kind that makes none. */
    public static Optional<PodSpec> of(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            return Optional.of(deployment.getSpec().getTemplate().getSpec());
        }
        if (object instanceof StatefulSet set) {
            return Optional.of(set.getSpec().getTemplate().getSpec());
        }
        if (object instanceof DaemonSet set) {
            return Optional.of(set.getSpec().getTemplate().getSpec());
        }
        if (object instanceof Job job) {
            return Optional.of(job.getSpec().getTemplate().getSpec());
        }
        if (object instanceof CronJob job) {
            return Optional.of(
                    job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec());
        }
        return object instanceof Pod pod ? Optional.of(pod.getSpec()) : Optional.empty();
    }
}
