package checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table against the marks in the source of the pinned {@code k8s.io/api}. */
class ApiLifecycleIT {
    private static final Pattern GROUP = Pattern.compile("GroupName\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern RELEASE = Pattern.compile(
            "func \\(in \\*(\\w+)\\) APILifecycle(Deprecated|Removed)\\(\\) \\(major, minor int\\) \\{\\s*return (\\d+), (\\d+)");
    private static final Pattern REPLACEMENT = Pattern.compile(
            "func \\(in \\*(\\w+)\\) APILifecycleReplacement\\(\\)"
                    + " schema.GroupVersionKind \\{\\s*return schema.GroupVersionKind\\{Group: \"([^\"]*)\", Version: \"([^\"]*)\"");

    @Test
    void the_table_is_what_kubernetes_own_source_says() throws Exception {
        var source = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(moduleFolder(), 3)) {
            files.filter(file -> file.endsWith("zz_generated.prerelease-lifecycle.go"))
                    .forEach(file -> source.addAll(rows(file)));
        }
        var table =
                new TreeSet<>(Files.readAllLines(Path.of("src/main/resources/checklist/kubernetes-api-lifecycle.txt")));
        table.removeIf(line -> line.startsWith("#"));
        assertThat(table).isEqualTo(source).hasSizeGreaterThan(50);
    }

    private static Set<String> rows(Path file) {
        try {
            String text = Files.readString(file);
            var group = GROUP.matcher(Files.readString(file.resolveSibling("register.go")));
            assertThat(group.find()).as(file.toString()).isTrue();
            String version = file.getParent().getFileName().toString();
            String apiVersion = group.group(1).isEmpty() ? version : group.group(1) + "/" + version;
            var deprecated = new TreeMap<String, String>();
            var removed = new TreeMap<String, String>();
            RELEASE.matcher(text).results().forEach(mark -> (mark.group(2).equals("Removed") ? removed : deprecated)
                    .put(mark.group(1), mark.group(3) + "." + mark.group(4)));
            var replacement = new TreeMap<String, String>();
            REPLACEMENT.matcher(text).results().forEach(mark -> replacement.put(mark.group(1), apiVersion(mark)));
            var rows = new TreeSet<String>();
            deprecated.keySet().stream()
                    .filter(kind -> !kind.endsWith("List"))
                    .forEach(kind -> rows.add(String.join(
                            " ",
                            apiVersion,
                            kind,
                            deprecated.get(kind),
                            removed.getOrDefault(kind, "-"),
                            replacement.getOrDefault(kind, "-"))));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String apiVersion(MatchResult mark) {
        return mark.group(2).isEmpty() ? mark.group(3) : mark.group(2) + "/" + mark.group(3);
    }

    /** The module that the twin's API server was built from. */
    private static Path moduleFolder() throws IOException, InterruptedException {
        Process go = new ProcessBuilder(
                        "sh", "-c", "go mod download k8s.io/api && go list -mod=readonly -m -f '{{.Dir}}' k8s.io/api")
                .directory(Path.of("toolchain/cluster").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String folder = new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(go.waitFor()).isZero();
        return Path.of(folder);
    }
}
