package policies;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import config.FacilityReader;
import facility.Capacity;
import facility.Environment;
import facility.Facility;
import facility.SharedFacility;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import policy.About;
import policy.FaultyPackException;
import policy.Leases;
import policy.Pack;
import policy.PackSource;
import policy.ResourceRule;
import policy.Rule;
import policy.RuleSettings;
import policy.Run;
import policy.SettingsSchema;

/** The facility's rules with the limits of one environment: the same pack for the engine and for the command line. */
public final class FacilityPack implements PackSource {
    public static final String NAME = "facility";

    private static final String VERSION = "0.1.0";

    private final Path root;
    private final Clock clock;

    /** @param root the project's folder */
    public FacilityPack(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** For a run of the engine, whose stack instance is the environment. */
    @Override
    public Pack of(Run run) {
        if (run.stack().isEmpty()) {
            return of(SharedFacility.of(Environment.PROD));
        }
        Environment environment = Environment.of(run.stack())
                .orElseThrow(() -> new FaultyPackException("there is no environment " + run.stack() + "; there are "
                        + String.join(" and ", Environment.keys())));
        try {
            // What is for a twin alone is judged by a rule, which knows the target.
            return of(FacilityReader.read(root, environment, true).orElseThrow(FacilityReader.fileOf(environment)));
        } catch (config.FaultyDeclarationException faulty) {
            throw new FaultyPackException(faulty.getMessage());
        }
    }

    /**
     * For a declaration.
     *
     * @throws config.FaultyDeclarationException with the faults of policies/quotas.yaml
     */
    public Pack of(Facility facility) {
        Quotas quotas = QuotasFile.read(root, facility.environment(), abouts(), clock);
        var leases = Leases.of(quotas.leases(), clock);
        return new Pack(
                NAME,
                VERSION,
                "The facility's quotas and safety, with the limits of policies/quotas.yaml",
                FacilityRules.of(Capacity.of(facility), leases),
                quotas.settings(),
                leases);
    }

    /** What each rule is, whatever the environment, in reading order. */
    public static List<About> abouts() {
        return rules().map(Rule::about).toList();
    }

    /** The resources about which the API server asks the rule; none where the engine alone does. */
    static List<String> kindsAtAdmission(String id) {
        return rules().filter(rule -> rule.about().id().equals(id))
                .filter(ResourceRule.class::isInstance)
                .flatMap(rule -> ((ResourceRule) rule).admission(defaults(rule.about())).stream())
                .flatMap(admission -> admission.kinds().stream())
                .flatMap(kinds -> kinds.resources().stream())
                .toList();
    }

    private static Stream<Rule> rules() {
        var any = Capacity.of(SharedFacility.of(Environment.DEV));
        return FacilityRules.of(any, Leases.none()).stream();
    }

    private static RuleSettings defaults(About about) {
        return new RuleSettings(about.level(), SettingsSchema.of(about).filled(JsonNodeFactory.instance.objectNode()));
    }
}
