package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.binder.RepoProvider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What BinderHub may build was chosen by somebody, in patterns that can be read, from places that exist. */
final class BinderSourcesAreChosen implements Rule {
    private static final String PATH = "binder.providers";

    @Override
    public void check(Facility facility, Problems problems) {
        List<RepoProvider> providers = facility.binder().providers();
        if (providers.isEmpty()) {
            problems.add(PATH, "is empty", "", "at least one place that repositories come from", "add a provider");
        }
        Map<RepoProvider.Kind, String> first = new EnumMap<>(RepoProvider.Kind.class);
        for (RepoProvider provider : providers) {
            String path = PATH + "[" + provider.name() + "]";
            String other = first.putIfAbsent(provider.kind(), provider.name());
            if (other != null) {
                problems.add(
                        path + ".kind",
                        "is declared twice",
                        "\"" + provider.kind().key() + "\"",
                        "one provider of each kind, because upstream keeps its settings by kind; the first is " + other,
                        "remove one of the two");
            }
            hostname(path + ".hostname", provider, problems);
            if (provider.allowed().isEmpty()) {
                // Upstream takes an empty list for all repositories there are.
                problems.add(
                        path + ".allowed",
                        "is empty, which upstream takes for every repository there is",
                        "[]",
                        "at least one pattern such as ^org/.*",
                        "name the organisations whose repositories may be built");
            }
            patterns(path + ".allowed", provider.allowed(), problems);
            patterns(path + ".banned", provider.banned(), problems);
            patterns(path + ".higherQuota", provider.higherQuota(), problems);
        }
    }

    private static void hostname(String path, RepoProvider provider, Problems problems) {
        if (!DnsName.isHost(provider.hostname())) {
            problems.add(
                    path,
                    "is no host name",
                    "\"" + provider.hostname() + "\"",
                    "a DNS name without scheme, such as github.com",
                    "correct it");
        }
    }

    /** BinderHub would meet a broken one at the first visitor, and answer everybody with an error. */
    private static void patterns(String path, List<String> patterns, Problems problems) {
        for (int index = 0; index < patterns.size(); index++) {
            String place = path + "[" + index + "]";
            String pattern = patterns.get(index);
            try {
                Pattern.compile(pattern);
                if (!pattern.startsWith("^")) {
                    problems.add(
                            place,
                            "does not say where it begins",
                            "\"" + pattern + "\"",
                            "a pattern that begins with ^, so that nobody reads it as a part of a name",
                            "write ^" + pattern);
                }
            } catch (PatternSyntaxException broken) {
                problems.add(
                        place,
                        "is no regular expression: " + broken.getDescription().toLowerCase(java.util.Locale.ROOT)
                                + " at character " + (broken.getIndex() + 1),
                        "\"" + pattern + "\"",
                        "a pattern such as ^org/.*",
                        "correct it");
            }
        }
    }
}
