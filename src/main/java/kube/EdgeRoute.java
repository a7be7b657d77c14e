package kube;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.Route;
import io.fabric8.openshift.api.model.RouteBuilder;
import java.util.Map;

/** A Route whose TLS ends at the router, to a named port of a Service of its namespace; {@code up} waits for it. */
public final class EdgeRoute {
    private EdgeRoute() {}

    /**
     * The Route; what comes in the open is redirected.
     *
     * @param servicePort the Service and its port, by name
     * @param annotations the router's settings, such as its timeouts
     */
    public static Route of(
            String namespace,
            String name,
            String host,
            Map.Entry<String, String> servicePort,
            Map<String, String> annotations) {
        return new RouteBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .withAnnotations(annotations)
                .addToAnnotations(
                        "pulumi.com/waitFor",
                        "jsonpath={.status.ingress[0].conditions[?(@.type==\"Admitted\")].status}=True")
                .addToAnnotations("pulumi.com/timeoutSeconds", "60")
                .endMetadata()
                .withNewSpec()
                .withHost(host)
                .withNewTo()
                .withKind("Service")
                .withName(servicePort.getKey())
                .withWeight(100)
                .endTo()
                .withNewPort()
                .withTargetPort(new IntOrString(servicePort.getValue()))
                .endPort()
                .withNewTls()
                .withTermination("edge")
                .withInsecureEdgeTerminationPolicy("Redirect")
                .endTls()
                .withWildcardPolicy("None")
                .endSpec()
                .build();
    }

    /** The same Route, for callers that send credentials with each request: what comes in the open is refused. */
    public static Route refusingPlain(Route redirecting) {
        return new RouteBuilder(redirecting)
                .editSpec()
                .editTls()
                .withInsecureEdgeTerminationPolicy("None")
                .endTls()
                .endSpec()
                .build();
    }
}
