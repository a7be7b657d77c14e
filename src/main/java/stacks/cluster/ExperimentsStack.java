package stacks.cluster;

import facility.Experiment;
import io.fabric8.kubernetes.api.model.ResourceQuotaSpecBuilder;
import io.fabric8.openshift.api.model.ClusterResourceQuota;
import io.fabric8.openshift.api.model.ClusterResourceQuotaBuilder;
import java.util.List;
import kube.Declared;
import kube.Labels;
import kube.Quotas;
import stacks.Stack;

/** The experiments' totals: a quota over all namespaces that carry the experiment's label. */
public final class ExperimentsStack implements Stack {
    private final List<Experiment> experiments;

    public ExperimentsStack(List<Experiment> experiments) {
        this.experiments = List.copyOf(experiments);
    }

    @Override
    public String name() {
        return "experiments";
    }

    @Override
    public List<Declared> objects() {
        return experiments.stream()
                .map(experiment -> Declared.of(total(experiment)))
                .sorted(Declared.ORDER)
                .toList();
    }

    private static ClusterResourceQuota total(Experiment experiment) {
        return new ClusterResourceQuotaBuilder()
                .withNewMetadata()
                .withName(experiment.name())
                .withLabels(Labels.common())
                .addToAnnotations("openshift.io/display-name", experiment.displayName())
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .withNewLabels()
                .addToMatchLabels(Labels.EXPERIMENT, experiment.name())
                .endLabels()
                .endSelector()
                .withQuota(new ResourceQuotaSpecBuilder()
                        .withHard(Quotas.hard(experiment.quota()))
                        .build())
                .endSpec()
                .build();
    }
}
