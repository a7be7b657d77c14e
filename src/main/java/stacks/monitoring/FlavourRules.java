package stacks.monitoring;

import facility.Catalogue;
import facility.JupyterHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** Each flavour that the hub offers: whether its image can be had. */
final class FlavourRules {
    /** Of the kubelet's reasons why a container waits, those that its image gives. */
    private static final String REASONS = "reason=~\"ErrImagePull|ImagePullBackOff|InvalidImageName\"";

    private FlavourRules() {}

    static RuleGroup of(JupyterHub hub, Catalogue catalogue) {
        String namespace = hub.namespace();
        var alerts = new ArrayList<Alert>();
        catalogue.collaborations().forEach(collaboration -> collaboration
                .offered()
                .forEach(flavour -> alerts.add(new Alert(
                        "FlavourImageMissing",
                        Severity.WARNING,
                        waiting(namespace, flavour.image().toString()) + " > 0",
                        seen(flavour.startTimeout().orElse(hub.startTimeout())),
                        "Servers of " + flavour.displayName() + " wait: their image cannot be pulled.",
                        Map.of(
                                "flavour",
                                collaboration.name() + "/" + flavour.name(),
                                "image",
                                flavour.image().toString())))));
        return new RuleGroup("flavours", namespace, List.of(), alerts);
    }

    /** Long before the hub gives up the server, and deletes the pod that shows it. */
    private static Duration seen(Duration startTimeout) {
        return startTimeout.dividedBy(3);
    }

    /** Image_spec is what the pod asks for; image is what the node made of it, and empty until it has it. */
    private static String waiting(String namespace, String image) {
        String by = "max by (pod, container) (";
        return "count(" + by + "kube_pod_container_status_waiting_reason{namespace=\"" + namespace + "\"," + REASONS
                + "})\n  * on (pod, container) " + by + "kube_pod_container_info{namespace=\"" + namespace
                + "\",image_spec=\"" + image + "\"}) > 0)";
    }
}
