package cli;

import config.DeclaredValues;
import config.FacilityReader;
import facility.Environment;
import facility.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import policies.LeaseLines;
import policy.Finding;
import policy.Judged.Judgement;
import policy.LeasesHaveNotEnded;

/**
 * Where what a finding is about is declared, as far as its words lead: its resource's namespace or experiment, and the
 * part of the declaration that its way to mend it names ({@code lower hub.cullAfter in facility:hub}).
 */
final class FindingPlace {
    private static final Pattern PART = Pattern.compile("facility:([A-Za-z]+)");
    private static final Pattern VALUE = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z]+)+");
    private static final List<String> BY_NAME = List.of("namespaces", "experiments");

    private final Path root;
    private final String file;
    private final DeclaredValues values;

    FindingPlace(Path root, Environment environment) {
        this.root = root;
        this.file = FacilityReader.fileOf(environment);
        this.values = DeclaredValues.read(root, environment);
    }

    /** A file's line; the first one where the words lead to the file alone. */
    Location of(Judgement judgement) {
        Finding finding = judgement.finding();
        if (judgement.rule().id().equals(LeasesHaveNotEnded.ID)) {
            return LeaseLines.of(root, finding.resource());
        }
        var paths = paths(finding);
        return paths.stream()
                .map(values::locate)
                .filter(Location::inFile)
                .findFirst()
                .orElseGet(() -> paths.isEmpty() ? new Location(file, 1) : inClass(values.locate(paths.get(0))));
    }

    /** The most exact first. */
    private static List<String> paths(Finding finding) {
        var paths = new ArrayList<String>();
        var parts = PART.matcher(finding.mend())
                .results()
                .map(found -> found.group(1))
                .toList();
        for (String part : parts) {
            String place = BY_NAME.contains(part) ? part + element(finding.resource()) : part;
            VALUE.matcher(finding.mend())
                    .results()
                    .map(found -> found.group().startsWith(part + ".") ? found.group() : place + "." + found.group())
                    .forEach(paths::add);
            paths.add(place);
        }
        return paths;
    }

    /** {@code [jupyterhub]} of {@code ResourceQuota jupyterhub/quota}; nothing of what is no one's, such as a sum. */
    private static String element(String title) {
        String[] words = title.split(" ", -1);
        return words.length == 2 ? "[" + words[1].replaceAll("/.*", "") + "]" : "";
    }

    private static Location inClass(Location shared) {
        return new Location("src/main/java/" + shared.source().replace('.', '/') + ".java", 1);
    }
}
