package drift;

import config.FileFaults;
import config.LeaseForm;
import config.YamlFile;
import config.YamlNode;
import config.YamlNode.Mapping;
import facility.Environment;
import facility.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of the leases' file: a list, each entry with all of its keys. */
final class LeaseFile {
    private static final String LEASES = "leases";
    private static final List<String> NEEDED = List.of("resource", "field", "owner", "reason", "end");
    private static final List<String> KNOWN =
            List.of("resource", "field", LeaseForm.ENVIRONMENT, "owner", "reason", "end");

    /** One object: a lease for several would hide what nobody has looked at. */
    private static final Pattern RESOURCE = Pattern.compile("[A-Z][A-Za-z0-9]* [^\\s*]+");

    private final FileFaults faults;
    private final LeaseForm form;

    private LeaseFile(FileFaults faults) {
        this.faults = faults;
        this.form = new LeaseForm(NEEDED, KNOWN, faults);
    }

    static Optional<List<DriftLease>> read(String file, byte[] bytes, Environment environment, Problems problems) {
        return YamlFile.read(file, bytes, problems)
                .map(root -> new LeaseFile(new FileFaults(file, problems)).leases(root, environment));
    }

    private List<DriftLease> leases(YamlNode root, Environment environment) {
        var leases = new ArrayList<DriftLease>();
        Mapping parts = faults.mapping(root, "");
        faults.unknown(parts, "", List.of(LEASES));
        form.entries(parts.entries().get(LEASES), LEASES, (written, path) -> {
            var lease = form.texts(written, path).flatMap(texts -> complete(written, texts, path));
            var only = form.environment(written, path);
            if (only.isEmpty() || only.get().equals(environment.key())) {
                lease.ifPresent(leases::add);
            }
        });
        return leases;
    }

    private Optional<DriftLease> complete(Mapping written, Map<String, String> texts, String path) {
        String resource = texts.get("resource");
        if (!RESOURCE.matcher(resource).matches()) {
            faults.add(
                    written.entries().get("resource").line(),
                    path + ".resource",
                    "is no object",
                    "\"" + resource + "\"",
                    "kind and name of one, such as Deployment jupyterhub/hub",
                    "copy it from ./facility drift");
            return Optional.empty();
        }
        return form.end(written, texts, path)
                .map(end -> new DriftLease(
                        resource, texts.get("field"), texts.get("owner"), texts.get("reason"), end, written.line()));
    }
}
