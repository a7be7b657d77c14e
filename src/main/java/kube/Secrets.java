package kube;

import facility.SecretValue;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Secrets as stacks declare them: with the names of values, which the second step puts in on their way to the engine. */
public final class Secrets {
    private Secrets() {}

    /**
     * A Secret whose data holds placeholders.
     *
     * @param values the value that each of its keys gets
     */
    public static Secret of(String namespace, String name, Map<String, SecretValue> values) {
        var data = new TreeMap<String, String>();
        values.forEach((key, value) -> data.put(key, value.placeholder()));
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withType("Opaque")
                .withData(data)
                .build();
    }

    /** A certificate and its key, as pods mount them: {@code tls.crt} and {@code tls.key}. */
    public static Secret tls(String namespace, String name, SecretValue certificate, SecretValue key) {
        var secret = of(namespace, name, Map.of("tls.crt", certificate, "tls.key", key));
        secret.setType("kubernetes.io/tls");
        return secret;
    }

    /** A value as a Secret's data holds it. */
    public static String encoded(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }
}
