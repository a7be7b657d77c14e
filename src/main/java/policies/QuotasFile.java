package policies;

import config.FaultyDeclarationException;
import config.FileFaults;
import config.YamlFile;
import config.YamlNode;
import config.YamlNode.Mapping;
import facility.Environment;
import facility.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import policy.About;
import policy.Lease;
import policy.RuleSettings;

/** Reads policies/quotas.yaml: limits that are edited without Java, for all environments and for each, and leases. */
final class QuotasFile {
    static final String NAME = "policies/quotas.yaml";
    static final String LEASES = "leases";

    private static final String RULES = "rules";
    private static final String ENVIRONMENTS = "environments";

    private final FileFaults faults;
    private final List<About> rules;
    private final Clock clock;

    private QuotasFile(Problems problems, List<About> rules, Clock clock) {
        this.faults = new FileFaults(NAME, problems);
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    /**
     * What holds in an environment.
     *
     * @param root the project's folder
     * @throws FaultyDeclarationException with every fault, in whichever environment's part
     */
    static Quotas read(Path root, Environment environment, List<About> rules, Clock clock) {
        var problems = new Problems();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(root.resolve(NAME));
        } catch (IOException unreadable) {
            problems.add(NAME, "cannot be read", "", "a file that may be read", "restore it from git");
            throw new FaultyDeclarationException(NAME, problems.sorted());
        }
        var file = new QuotasFile(problems, rules, clock);
        var read = YamlFile.read(NAME, bytes, problems).map(node -> file.of(node, environment));
        if (!problems.isEmpty()) {
            throw new FaultyDeclarationException(NAME, problems.sorted());
        }
        return read.orElseThrow();
    }

    private Quotas of(YamlNode node, Environment environment) {
        Mapping root = faults.mapping(node, "");
        faults.unknown(root, "", List.of(RULES, ENVIRONMENTS, LEASES));
        var common = new RuleLevels(rules, faults).read(root.entries().get(RULES), RULES);
        var leases = new LeaseList(rules, faults, clock).read(root.entries().get(LEASES), LEASES);
        var byEnvironment = new TreeMap<String, Map<String, RuleLevels.Written>>();
        YamlNode environments = root.entries().get(ENVIRONMENTS);
        if (environments != null) {
            Mapping parts = faults.mapping(environments, ENVIRONMENTS);
            faults.unknown(parts, ENVIRONMENTS, Environment.keys());
            parts.entries().forEach((key, part) -> {
                String path = ENVIRONMENTS + "." + key;
                Mapping mapping = faults.mapping(part, path);
                faults.unknown(mapping, path, List.of(RULES));
                byEnvironment.put(
                        key,
                        new RuleLevels(rules, faults).read(mapping.entries().get(RULES), path + "." + RULES));
            });
        }
        String prod = Environment.PROD.key();
        var inProd = RuleLevels.over(common, byEnvironment.getOrDefault(prod, Map.of()));
        new Weakened(leases.of(prod), clock).judge(rules, inProd, faults);
        String key = environment.key();
        return new Quotas(settings(RuleLevels.over(common, byEnvironment.getOrDefault(key, Map.of()))), leases.of(key));
    }

    private Map<String, RuleSettings> settings(Map<String, RuleLevels.Written> written) {
        var all = new TreeMap<String, RuleSettings>();
        for (About rule : rules) {
            all.put(
                    rule.id(),
                    written.getOrDefault(rule.id(), RuleLevels.NOTHING).settings(rule));
        }
        return all;
    }

    /** The leases of the file, each for one environment or for all. */
    record Leased(List<Lease> everywhere, Map<String, List<Lease>> byEnvironment) {
        List<Lease> of(String environment) {
            var all = new ArrayList<>(everywhere);
            all.addAll(byEnvironment.getOrDefault(environment, List.of()));
            return all;
        }
    }
}
