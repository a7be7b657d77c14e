package policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A pack of another project: what the runtime's README shows, with rules for each thing that the runtime does. */
public final class ExamplePack {
    public static final Clock TODAY =
            Clock.fixed(LocalDate.of(2026, 11, 20).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);

    private ExamplePack() {}

    public static Pack of(Run run, List<Lease> leases) {
        var current = Leases.of(leases, TODAY);
        List<Rule> rules = List.of(
                new AtMost(),
                new Hangs(),
                new Throws(),
                new SaysTheSecret(),
                new Mends(),
                new LeasesHaveNotEnded(current));
        var settings = new TreeMap<String, RuleSettings>();
        for (Rule rule : rules) {
            About about = rule.about();
            settings.put(
                    about.id(),
                    new RuleSettings(
                            about.level(),
                            SettingsSchema.of(about)
                                    .filled(
                                            com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                                    .objectNode())));
        }
        return new Pack("example", "1.0.0", "An example on " + run.stack(), rules, settings, current);
    }

    /** A limit from the settings. */
    static final class AtMost implements ResourceRule {
        @Override
        public About about() {
            return About.mandatory("at-most", "replicas are few", "they cost", "lower replicas")
                    .withSettings("{\"most\": {\"type\": \"integer\", \"default\": 3}}");
        }

        @Override
        public void check(Resource resource, Given given, Findings findings) {
            double most = given.settings().number("most");
            resource.at("spec", "replicas")
                    .number()
                    .filter(replicas -> replicas > most)
                    .ifPresent(replicas -> findings.add(
                            resource,
                            "has too many replicas",
                            String.valueOf(replicas.intValue()),
                            "at most " + (int) most,
                            about().mend()));
        }
    }

    static final class Hangs implements ResourceRule {
        @Override
        public About about() {
            return About.mandatory("hangs", "it ends", "it would hang", "end it");
        }

        @Override
        public void check(Resource resource, Given given, Findings findings) {
            while (resource.name().equals("hang") && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        }
    }

    static final class Throws implements ResourceRule {
        @Override
        public About about() {
            return About.mandatory("throws", "it judges", "it would not", "mend it");
        }

        @Override
        public void check(Resource resource, Given given, Findings findings) {
            if (resource.name().equals("throw")) {
                throw new IllegalStateException(
                        "with a value: " + resource.at("password").textOr(""));
            }
        }
    }

    static final class SaysTheSecret implements ResourceRule {
        @Override
        public About about() {
            return About.mandatory("says-the-secret", "passwords are long", "they are guessed", "choose another")
                    .withLevel(Level.ADVISORY);
        }

        @Override
        public void check(Resource resource, Given given, Findings findings) {
            resource.at("password")
                    .text()
                    .filter(password -> password.length() < 12)
                    .ifPresent(password ->
                            findings.add(resource, "is short", password, "12 characters", "not " + password));
        }
    }

    static final class Mends implements ResourceRule {
        @Override
        public About about() {
            return About.mandatory("mends", "a team is named", "nobody answers", "name one")
                    .withLevel(Level.REMEDIATE);
        }

        @Override
        public void check(Resource resource, Given given, Findings findings) {
            if (resource.type().endsWith(":Named") && !resource.at("team").present()) {
                findings.add(resource, "names no team", "", "a team", about().mend());
            }
        }

        @Override
        public Optional<Map<String, Object>> mended(Resource resource, Given given) {
            if (!resource.type().endsWith(":Named") || resource.at("team").present()) {
                return Optional.empty();
            }
            var all = new TreeMap<String, Object>();
            resource.properties().fields().forEach((name, field) -> all.put(name, field.value()));
            all.put("team", "infrastructure-team");
            return Optional.of(all);
        }
    }
}
