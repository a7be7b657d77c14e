package stacks;

import config.FacilityReader;
import facility.SecretValue;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kube.Secrets;
import target.Target;

/**
 * What is declared secret, with its values, held in memory alone: a report has to know a secret to keep it out of
 * itself.
 *
 * @param byResource the secret inputs of a resource, by {@code <type>::<name>}: for a Secret its {@code data}
 * @param values the secrets themselves
 */
public record SecretInputs(Map<String, Map<String, Object>> byResource, Collection<String> values) {
    public SecretInputs {
        byResource = Map.copyOf(byResource);
        values = new TreeSet<>(values);
    }

    /**
     * Of one environment on one target.
     *
     * @param configuration the engine's, by key; only read where the target is no twin
     * @throws config.FaultyDeclarationException naming every secret that is missing or has another form
     */
    public static SecretInputs of(CheckedFacility checked, Target target, Map<String, String> configuration) {
        var needed = checked.facility().secrets();
        var secrets = SecretValues.of(
                needed,
                target,
                configuration,
                FacilityReader.fileOf(checked.facility().environment()));
        var byResource = new TreeMap<String, Map<String, Object>>();
        checked.objects().forEach(object -> {
            if (object.object() instanceof Secret secret) {
                var data = new TreeMap<String, Object>();
                secret.getData()
                        .forEach((key, placeholder) -> data.put(key, Secrets.encoded(secrets.behind(placeholder))));
                byResource.put(object.type() + "::" + object.name(), Map.of("data", data));
            }
        });
        checked.stacks().stream().flatMap(stack -> stack.resources().stream()).forEach(resource -> {
            var opened = new TreeMap<String, Object>();
            resource.fields().forEach((name, value) -> {
                if (value instanceof SecretValue secret) {
                    opened.put(name, secrets.behind(secret.placeholder()));
                }
            });
            if (!opened.isEmpty()) {
                byResource.put(resource.type() + "::" + resource.name(), opened);
            }
        });
        var values = new TreeSet<String>();
        needed.forEach(secret -> values.add(secrets.behind(secret.placeholder())));
        return new SecretInputs(byResource, values);
    }

    /** Never a value. */
    @Override
    public String toString() {
        return "SecretInputs of " + byResource.size() + " resources";
    }
}
